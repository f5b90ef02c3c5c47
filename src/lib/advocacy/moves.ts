/** Which states follow which. A state with an empty list is an end. */
export type Moves<State extends string> = Readonly<Record<State, readonly State[]>>;

/** True when `to` follows directly on `from`; staying where one is, is no move. */
export const canMove = <State extends string>(
  moves: Moves<State>,
  from: State,
  to: State
): boolean => moves[from].includes(to);

/** True when nothing follows. */
export const isEnd = <State extends string>(moves: Moves<State>, state: State): boolean =>
  moves[state].length === 0;
