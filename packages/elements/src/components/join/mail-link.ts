/** A `mailto:` address: recipients, subject and body, each encoded as RFC 6068 wants it. */
export function mailLink(recipients: readonly string[], subject: string, body: string): string {
  const to = recipients.map((one) => encodeURIComponent(one).replace('%40', '@')).join(',');
  const lines = encodeURIComponent(body.replaceAll('\n', '\r\n'));
  return `mailto:${to}?subject=${encodeURIComponent(subject)}&body=${lines}`;
}

/** The mail addresses of a text, separated by commas; what is none is left out. */
export function mailAddresses(text: string): string[] {
  return text.split(/[\s,;]+/).filter((word) => /^[^@\s]+@[^@\s]+\.[^@\s]+$/.test(word));
}
