/** C0 but tab and line ends, DEL, C1, and the two code points that XML (so DOCX) cannot hold. */

const CONTROL = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\ufffe\uffff]/g;
const LONE = /[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g;
/**
 * Embeddings, overrides and isolates can reorder the words of neighbours; the marks LRM, RLM and ALM cannot and stay.
 * Also the byte order mark, deprecated format characters and interlinear annotation, which show nothing.
 */
const INVISIBLE = /[\u202a-\u202e\u2066-\u206f\ufeff\ufff9-\ufffb]/g;
const VISIBLE = /[^\p{Cc}\p{Cf}\p{Z}]/u;

/** Whether a text holds what no text may hold: control characters, halves of surrogate pairs, U+FFFE and U+FFFF. */
export function hasForbiddenCharacters(text: string): boolean {
  return text.search(CONTROL) >= 0 || text.search(LONE) >= 0;
}

/** One line end (LF), spaces for tabs, no bidi reordering or invisible characters, NFC. Idempotent. */
export function plainCharacters(text: string): string {
  return text
    .replace(/\r\n?|[\u2028\u2029]/g, '\n')
    .replace(/\t/g, ' ')
    .replace(INVISIBLE, '')
    .normalize('NFC');
}

/** For text that must be taken as it comes (pasted, typed): what is forbidden is dropped or becomes U+FFFD, the rest stays. */
export function cleanCharacters(text: string): string {
  return text.replace(CONTROL, '').replace(LONE, '\ufffd');
}

/** Whether there is anything to see: white space, format and control characters alone are nothing. */
export function isVisible(text: string): boolean {
  return VISIBLE.test(text);
}
