import type { Html } from '../views/html.ts'

/** What a policy of trusted types is asked; see https://www.w3.org/TR/trusted-types/. */
type MarkupPolicy = { createHTML(markup: string): string }
type PolicyFactory = {
  createPolicy(name: string, rules: { createHTML(markup: string): string }): MarkupPolicy
}

/** The name that a page's `trusted-types` directive must list, if it has one. */
const POLICY = 'paragraf'

/** What the shared views do not say of themselves: under which name a page may style it. */
const PARTS = {
  mark: 'match',
  '.said': 'quote',
  '.meta': 'meta',
  '.speakers': 'speakers',
  '.notes': 'notes',
  '.label': 'label',
} as const

export type ParseView = (view: Html) => DocumentFragment

/**
 * Makes nodes of views. Nothing but views makes `Html`, and these escape whatever is put in; so this is the one place
 * where a page with `require-trusted-types-for 'script'` has to trust the box.
 */
export function createViewParser(): ParseView {
  const { trustedTypes } = globalThis as { readonly trustedTypes?: PolicyFactory }
  const policy = trustedTypes?.createPolicy(POLICY, { createHTML: markup => markup })
  return ({ markup }) => {
    const template = document.createElement('template')
    template.innerHTML = policy?.createHTML(markup) ?? markup
    for (const [selector, part] of Object.entries(PARTS)) {
      for (const element of template.content.querySelectorAll(selector)) element.part.add(part)
    }
    return template.content
  }
}
