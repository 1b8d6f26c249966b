/** RIS as the specification says it: a tag of two characters, two spaces, a hyphen, a space, the value. Throws on any other line. */
export function readRis(text: string): Map<string, string[]> {
  const fields = new Map<string, string[]>()
  const lines = text.split('\r\n')
  if (lines.pop() !== '') throw new Error('The last line does not end')
  for (const line of lines) {
    const field = /^([A-Z][A-Z0-9]) {2}- (.*)$/u.exec(line)
    if (!field) throw new Error(`Not a line of RIS: ${line}`)
    const [, tag = '', value = ''] = field
    fields.set(tag, [...(fields.get(tag) ?? []), value])
  }
  return fields
}
