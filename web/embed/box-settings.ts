import type { Reader } from '../i18n/reader.ts'
import { ATTRIBUTES } from './attributes.ts'
import { endpointOf } from './endpoint.ts'
import { boxReader } from './reader-of.ts'
import type { ParagrafSearchProperties } from './types/embed.d.ts'

/** What an element says at this moment, by its attributes and by where it stands. */
export type BoxSettings = Omit<ParagrafSearchProperties, 'q' | 'ui' | 'endpoint'> & {
  /** As in `endpointOf`; undefined where nobody named a usable one. */
  readonly endpoint: string | undefined
  /** As given. */
  readonly namedEndpoint: string
  readonly reader: Reader
}

/** `home`: where the script came from. */
export function settingsOf(element: HTMLElement, home: string): BoxSettings {
  const read = <Name extends keyof ParagrafSearchProperties>(name: Name): ParagrafSearchProperties[Name] =>
    ATTRIBUTES[name].read(element.getAttribute(ATTRIBUTES[name].name))
  const namedEndpoint = read('endpoint') || home
  return {
    endpoint: endpointOf(namedEndpoint, document.baseURI),
    namedEndpoint,
    language: read('language'),
    source: read('source'),
    author: read('author'),
    speaker: read('speaker'),
    kind: read('kind'),
    in: read('in'),
    placeholder: read('placeholder'),
    label: read('label'),
    limit: read('limit'),
    openIn: read('openIn'),
    reader: boxReader({ ui: read('ui'), lang: nearestLang(element), languages: navigator.languages }),
  }
}

/** The language of the text around an element, out of all shadow trees that it stands in. */
function nearestLang(element: Element): string | undefined {
  const lang = element.closest('[lang]:not([lang=""])')?.getAttribute('lang')
  if (lang) return lang
  const root = element.getRootNode()
  return root instanceof ShadowRoot ? nearestLang(root.host) : undefined
}
