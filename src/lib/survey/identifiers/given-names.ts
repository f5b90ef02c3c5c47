/**
 * Common given names in English and Spanish, without accents. Names that are also common words (Will,
 * Mark, Grace, April, Rosa as a colour, Angel) are left out: they would mark half of a page.
 */
const names = `
aaron abigail abraham adam adela adrian adriana agnes aidan aisha alan alana albert alberto alejandra
alejandro alex alexa alexander alexandra alexis alfonso alfredo alice alicia alison allison alma alondra
alvaro amanda amelia amir amy ana anabel andre andrea andres andrew angela angelica angelina anita ann anna
anne anthony antonia antonio araceli ariana armando arthur arturo ashley audrey barbara beatriz benjamin
bernardo bethany betty beverly blanca bradley brandon brenda brian brianna bruce bryan caitlin caleb cameron
camila carla carlos carmen carol carolina caroline carolyn catalina catherine cecilia cesar charles
charlotte cheryl chloe chris christina christine christopher cindy claire clara claudia connie connor
courtney craig cristian cristina crystal cynthia daniel daniela danielle darius david deborah debra denise
dennis derek diana diane diego dolores donald donna doris dorothy douglas dylan eduardo edward edwin eileen
elena elias elijah elizabeth ella ellen emilia emiliano emilio emily emma enrique eric erica erik erika
ernesto esmeralda esperanza esteban esther ethan eugene eva evelyn fatima felipe felix fernanda fernando
fiona frances francisca francisco gabriel gabriela gary genesis george gerald gerardo gilberto gina giovanni
gladys gloria gonzalo graciela greg gregory griselda guadalupe guillermo gustavo hannah harold harry hassan
heather hector helen henry hernan hilda howard hugo ian ibrahim ignacio imani ines irene irma isaac isabel
isabella ismael ivan jacob jacqueline jaime jake jamal james jamie janet janice jared jasmine jason javier
jayden jean jeff jeffrey jennifer jeremy jerome jesse jessica jesus jimena joan joanna joaquin joel john
johnny jonathan jordan jorge jose josefina joseph joshua josue joyce juan juana judith judy julia julian
juliana julie julio justin karen karina karl katherine kathleen kathryn katie kayla keisha keith kelly
kenneth kevin kimberly kyle lakisha larry latoya laura lauren lawrence leah leonardo leslie leticia liam
lidia liliana linda lisa lorena lorenzo louis louise lucas lucia luis luisa luke luz lydia lynn mackenzie
madison malik manuel manuela marcela marco marcos margaret margarita maria mariana maribel marie marilyn
mario marisol maritza martha martin matthew mauricio megan melanie melissa mercedes mia micaela michael
michelle miguel miriam mohamed mohammed monica monique morgan muhammad nancy naomi natalia natalie nathan
nathaniel nayeli nicholas nicolas nicole noah noelia nora norma octavio olga oliver olivia omar oscar
pablo pamela paola patricia patrick patty paul paula paulina pedro peggy peter philip phyllis priscilla
rachel rafael ralph ramon raquel raul raymond rebecca regina renee ricardo richard robert roberto rodrigo
roger rogelio roland ronald rosalinda rosario roxana ruben russell ruth ryan sabrina salvador samantha
samuel sandra santiago sara sarah scott sean sebastian sergio shannon sharon shawn sheila shirley silvia
simon sofia sonia sophia stacy stefan stephanie stephen steve steven susan susana sylvia tamika tanya tara
tatiana teresa terrence terry thelma theresa thomas tiffany timothy tina todd tomas tracy travis tyler
tyrone valentina valeria vanessa veronica vicente victor victoria vincent virginia vivian walter wanda
wayne wendy wesley wilfredo william wilma ximena xavier yadira yesenia yolanda yvette yvonne zachary zoe
`;

const known = new Set(names.trim().split(/\s+/));

/** Is the word a common given name written with a capital? Accents do not matter. */
export function isGivenName(word: string): boolean {
  if (!/^\p{Lu}/u.test(word)) return false;
  const bare = word
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/[’']s$|[^\p{L}]+$/gu, '')
    .toLowerCase();
  return known.has(bare);
}
