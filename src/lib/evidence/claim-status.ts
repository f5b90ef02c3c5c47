export type ClaimStatus = 'draft' | 'checked' | 'approved' | 'stale' | 'retracted';

const moves: Record<ClaimStatus, readonly ClaimStatus[]> = {
  draft: ['checked', 'retracted'],
  checked: ['approved', 'draft', 'retracted'],
  approved: ['retracted', 'draft'],
  stale: ['approved', 'draft', 'retracted'],
  retracted: []
};

/** Where a claim may go from here. A new dataset version makes it stale by itself. */
export const movesFrom = (status: ClaimStatus): readonly ClaimStatus[] => moves[status];

export const mayMove = (from: ClaimStatus, to: ClaimStatus): boolean => moves[from].includes(to);
