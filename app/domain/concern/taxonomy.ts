/** One row a category: its id (stored), what it means, the standards it usually engages. Names are in the word catalogue. */
export const CATEGORIES = [
  { id: 'scope', standards: ['ICCPR 9', 'ICCPR 15', 'ICCPR 17', 'ICCPR 19'] },
  { id: 'uncertainty', standards: ['ICCPR 9', 'ICCPR 15'] },
  { id: 'intent', standards: ['ICCPR 14', 'ICCPR 15'] },
  { id: 'research', standards: ['ICCPR 15', 'ICCPR 19', 'UNGP 1-3'] },
  { id: 'expression', standards: ['ICCPR 18', 'ICCPR 19', 'ICCPR 21', 'ICCPR 22'] },
  { id: 'children', standards: ['CRC 3', 'CRC 16', 'ICCPR 17', 'ICCPR 24'] },
  { id: 'surveillance', standards: ['ICCPR 17'] },
  { id: 'safeguards', standards: ['ICCPR 2(3)', 'ICCPR 14', 'ICCPR 17'] },
  { id: 'compelled', standards: ['ICCPR 14(3)(g)', 'ICCPR 17', 'UNGP 13', 'UNGP 19'] },
  { id: 'data', standards: ['ICCPR 17', 'UNGP 13'] },
  { id: 'cooperation', standards: ['ICCPR 6', 'ICCPR 7', 'ICCPR 9', 'ICCPR 12', 'ICCPR 13', 'ICCPR 14', 'ICCPR 26'] },
  { id: 'secrecy', standards: ['ICCPR 14', 'ICCPR 19(2)'] },
  { id: 'liability', standards: ['ICCPR 15', 'ICCPR 19', 'UNGP 11-17'] },
  { id: 'jurisdiction', standards: ['ICCPR 14(7)', 'ICCPR 15', 'UNGP 23'] },
  { id: 'equality', standards: ['ICCPR 2', 'ICCPR 26', 'CEDAW'] },
  { id: 'process', standards: ['ICCPR 25', 'UNGP 8', 'UNGP 10'] },
] as const;
export type Category = (typeof CATEGORIES)[number]['id'];

/** Gravest first: the order in which lists and tables show them. */
export const SEVERITIES = ['red-line', 'serious', 'improvement'] as const;
export type Severity = (typeof SEVERITIES)[number];

export const STATUSES = ['open', 'resolved'] as const;
export type Status = (typeof STATUSES)[number];

/** What a concern wants done. */
export const ASKS = [
  'delete',
  'narrow',
  'define',
  'safeguard',
  'mandatory',
  'exemption',
  'declaration',
  'reservation',
  'implementing-law',
  'do-not-ratify',
] as const;
export type Ask = (typeof ASKS)[number];

export const CONSTITUENCIES = ['civil-society', 'industry', 'academia', 'technical', 'public-body'] as const;
export type Constituency = (typeof CONSTITUENCIES)[number];
