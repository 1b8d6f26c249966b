/** A result of the second box is hung on the wall instead of being opened: what a page may do with its events. */
const voices = document.querySelector('paragraf-search.voices')
const card = document.querySelector('figure')

document.addEventListener('paragraf-select', ({ target, detail: { hit, href } }) => {
  if (target !== voices || card === null) return
  const [quote] = hit.quotes
  const words = document.createElement('blockquote')
  words.lang = hit.language
  words.dir = 'auto'
  words.textContent = quote?.text ?? hit.text
  const link = document.createElement('a')
  link.href = href
  link.textContent = hit.source
  const caption = document.createElement('figcaption')
  caption.append(quote?.speaker === undefined ? '' : `${quote.speaker}, `, link)
  card.replaceChildren(words, caption)
  card.hidden = false
})
