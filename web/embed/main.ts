import { defineSearchBox } from './element.ts'
import { homeOf } from './endpoint.ts'

/** As a classic script it knows its own element; as a module it looks for it. */
const script =
  document.currentScript instanceof HTMLScriptElement
    ? document.currentScript
    : document.querySelector<HTMLScriptElement>('script[src*="/embed.js"]')

defineSearchBox({ home: homeOf(script?.src ?? document.baseURI) })
