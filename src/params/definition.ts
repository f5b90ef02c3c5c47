/** An indicator's own name ("income-slope"), not a measure's key ("income-slope:rent"). */
export const match = (param: string): boolean => /^[a-z]+(-[a-z]+)*$/.test(param);
