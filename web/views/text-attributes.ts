import type { Language } from '../../src/domain/language.ts'
import { directionOf } from '../i18n/direction.ts'
import { html } from './html.ts'
import type { Html } from './html.ts'

/** `lang` and `dir` of an element that holds text as it was published. */
export const textAttributes = (language: Language): Html =>
  html` lang="${language}" dir="${directionOf(language)}"`
