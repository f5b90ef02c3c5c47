/** Stands where a cell of a personal column would. */
export const HIDDEN = '•••';
