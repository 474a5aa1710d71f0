/** Every interface word of the composer, in the reader's language; shortcuts are added by the composer itself. */
export interface ComposerWords {
  readonly toolbar: string;
  readonly bold: string;
  readonly italic: string;
  readonly bulletedList: string;
  readonly numberedList: string;
  readonly quote: string;
  readonly link: string;
  readonly linkAddress: string;
  readonly linkApply: string;
  readonly linkRemove: string;
  readonly linkCancel: string;
  /** A sentence, shown when an address is not http, https or mailto. */
  readonly linkRefused: string;
  /** A sentence, shown while the text is longer than can be stored. */
  readonly tooLong: string;
}
