import type { en } from './en.ts'

/** The forms that a count takes in a language, by the categories of `Intl.PluralRules`. */
export type PluralForms = Readonly<Partial<Record<Intl.LDMLPluralRule, string>>> & { readonly other: string }

/** Everything that the interface says, in one language. `{name}` stands for a value, `{count}` for a counted number. */
export type Catalogue = {
  readonly [Key in MessageKey]: (typeof en)[Key] extends string ? string : PluralForms
}

export type MessageKey = keyof typeof en

type PlaceholdersOf<Text> = Text extends `${string}{${infer Name}}${infer Rest}`
  ? Name | PlaceholdersOf<Rest>
  : never

/** The names of the values that a message wants: the English text says which. */
export type ValueName<Key extends MessageKey> = (typeof en)[Key] extends string
  ? PlaceholdersOf<(typeof en)[Key]>
  : PlaceholdersOf<(typeof en)[Key] extends { readonly other: infer Other } ? Other : never> | 'count'

/** The keys of messages that want no value. */
export type PlainKey = { [Key in MessageKey]: [ValueName<Key>] extends [never] ? Key : never }[MessageKey]
