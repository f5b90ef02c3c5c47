import { relative, resolve } from 'node:path';
import ts from 'typescript';

/** An exported function of the queries and use cases, as the compiler sees it. */
export interface FoundFunction {
  /** "src/lib/server/db/queries/people.ts" */
  file: string;
  name: string;
  /** what its first parameter is */
  first: 'access' | 'database' | 'other';
  /** required parameters after the first */
  parameters: Sample[];
}

/** How to make up an argument of a type. */
export type Sample =
  | { kind: 'text'; name: string }
  | { kind: 'value'; value: unknown }
  | { kind: 'date' }
  | { kind: 'stream' }
  | { kind: 'list'; of: Sample }
  | { kind: 'object'; properties: Record<string, Sample> }
  | { kind: 'unknown'; type: string };

const root = resolve('.');
const folders = [/^src\/lib\/server\/db\/queries\//, /^src\/lib\/server\/use-cases\//];

/** Every exported function of the queries and the use cases. */
export function findFunctions(): FoundFunction[] {
  const config = ts.getParsedCommandLineOfConfigFile(resolve('tsconfig.json'), undefined, {
    ...ts.sys,
    onUnRecoverableConfigFileDiagnostic: ({ messageText }) => {
      throw new Error(ts.flattenDiagnosticMessageText(messageText, '\n'));
    }
  });
  const files = (config?.fileNames ?? []).filter((file) => {
    const path = relative(root, file);
    return folders.some((folder) => folder.test(path)) && !/\.(test|fixture)\.ts$/.test(path);
  });
  const program = ts.createProgram(files, { ...config?.options, noEmit: true });
  const checker = program.getTypeChecker();
  return files.flatMap((file) => {
    const source = program.getSourceFile(file);
    const module = source && checker.getSymbolAtLocation(source);
    if (!source || !module) return [];
    return checker.getExportsOfModule(module).flatMap((symbol) => {
      const declaration = symbol.valueDeclaration;
      if (!declaration || declaration.getSourceFile() !== source) return [];
      const [signature] = checker.getTypeOfSymbolAtLocation(symbol, source).getCallSignatures();
      if (!signature) return [];
      const [first, ...rest] = signature.getParameters().map((parameter) => ({
        name: parameter.getName(),
        type: checker.getTypeOfSymbolAtLocation(parameter, source),
        isRequired:
          parameter.valueDeclaration === undefined ||
          !ts.isParameter(parameter.valueDeclaration) ||
          !checker.isOptionalParameter(parameter.valueDeclaration)
      }));
      return [
        {
          file: relative(root, file),
          name: symbol.getName(),
          first: first ? roleOf(first.type) : ('other' as const),
          parameters: rest
            .filter(({ isRequired }) => isRequired)
            .map(({ name, type }) => sampleOf(checker, type, name))
        }
      ];
    });
  });
}

function roleOf(type: ts.Type): FoundFunction['first'] {
  if (type.getProperty('workspaceId') && type.getProperty('db')) return 'access';
  return type.getProperty('$client') ? 'database' : 'other';
}

function sampleOf(checker: ts.TypeChecker, type: ts.Type, name: string, depth = 0): Sample {
  const unknown: Sample = { kind: 'unknown', type: checker.typeToString(type) };
  if (depth > 12) return unknown;
  if (type.flags & ts.TypeFlags.StringLike && !type.isStringLiteral())
    return { kind: 'text', name };
  if (type.isStringLiteral() || type.isNumberLiteral()) return { kind: 'value', value: type.value };
  if (type.flags & ts.TypeFlags.NumberLike) return { kind: 'value', value: 1 };
  if (type.flags & ts.TypeFlags.BooleanLike) return { kind: 'value', value: false };
  if (type.flags & (ts.TypeFlags.Null | ts.TypeFlags.Undefined))
    return { kind: 'value', value: null };
  if (type.isUnion()) {
    // The fullest member: an id rather than null, so that there is something to refuse.
    const member = type.types.find(
      (each) => !(each.flags & (ts.TypeFlags.Null | ts.TypeFlags.Undefined))
    );
    return member ? sampleOf(checker, member, name, depth + 1) : unknown;
  }
  if (type.getSymbol()?.getName() === 'Date') return { kind: 'date' };
  if (type.getSymbol()?.getName() === 'ReadableStream') return { kind: 'stream' };
  if (checker.isArrayType(type) || checker.isTupleType(type)) {
    const of = checker.getTypeArguments(type as ts.TypeReference)[0];
    return of
      ? { kind: 'list', of: sampleOf(checker, of, name.replace(/s$/, ''), depth + 1) }
      : { kind: 'value', value: [] };
  }
  if (type.getCallSignatures().length > 0) return unknown;
  if (type.flags & ts.TypeFlags.Object || type.isIntersection()) {
    const symbol = type.getSymbol()?.getName() ?? '';
    if (/^(Map|Set|ReadonlyMap|ReadonlySet|Uint8Array)$/.test(symbol)) return unknown;
    const properties = checker.getPropertiesOfType(type).map((property) => {
      const at = property.valueDeclaration ?? property.declarations?.[0];
      const of = at
        ? checker.getTypeOfSymbolAtLocation(property, at)
        : checker.getTypeOfSymbol(property);
      return [property.getName(), sampleOf(checker, of, property.getName(), depth + 1)] as const;
    });
    return { kind: 'object', properties: Object.fromEntries(properties) };
  }
  return unknown;
}
