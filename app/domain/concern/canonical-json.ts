/**
 * JSON with the keys of every object sorted by UTF-16 unit and no white space (RFC 8785 for the values we store), so
 * that equal values have equal SHA-256. Members that are undefined are left out. Throws TypeError on what JSON cannot
 * say exactly: functions, symbols, bigints, NaN, infinities, or undefined where a value must stand.
 */
export function canonicalJson(value: unknown): string {
  if (value === null || typeof value === 'boolean' || typeof value === 'string') return JSON.stringify(value);
  if (typeof value === 'number' && Number.isFinite(value)) return JSON.stringify(value);
  if (Array.isArray(value)) return `[${value.map(canonicalJson).join(',')}]`;
  if (typeof value !== 'object') throw new TypeError(`No canonical JSON for a ${typeof value}`);
  const members = Object.entries(value)
    .filter(([, member]) => member !== undefined)
    .sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0))
    .map(([key, member]) => `${JSON.stringify(key)}:${canonicalJson(member)}`);
  return `{${members.join(',')}}`;
}
