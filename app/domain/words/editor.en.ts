/** English words of the composer. */
export const editorEn = {
  toolbar: 'Formatting',
  bold: 'Bold',
  italic: 'Italic',
  bulletedList: 'Bulleted list',
  numberedList: 'Numbered list',
  quote: 'Quote',
  link: 'Link',
  linkAddress: 'Address of the link',
  linkApply: 'Set link',
  linkRemove: 'Remove link',
  linkCancel: 'Cancel',
  linkRefused: 'A link must start with https://, http:// or mailto:.',
  tooLong: 'This text is longer than can be stored; shorten it.',
} as const;
