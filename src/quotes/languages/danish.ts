import type { SpeechGrammar } from '../grammar.ts'

// oxfmt-ignore
export const danish: SpeechGrammar = {
  marks: ['»«', '””', '""'],
  wordOrder: 'inverting',
  dialogue: { narrator: 'comma', resumes: 'dash' },
  verbs: `
    sagde siger sige tilføjer tilføjede fortæller fortalte skriver skrev mener mente forklarer
    forklarede udtaler udtalte oplyser oplyste svarer svarede spørger spurgte hævder hævdede
    påpeger påpegede konstaterer konstaterede understreger understregede fastslår fastslog tror
    synes advarer erkender erklærer erklærede meddeler meddelte råber råbte fortsætter fortsatte
    lyder lød kalder kaldte opfordrer bemærker bemærkede indrømmer udbryder citerer bekræfter
    tænkte hvisker læsper`,
  weakVerbs: 'ønsker håber frykter',
  sources: 'ifølge',
  he: 'han',
  she: 'hun',
  otherPronouns: 'de man det',
  ownPronouns: 'jeg vi du',
  conjunctions: 'og men mens når fordi at som om hvis eller hvordan hvorfor hvad da',
  relatives: 'som der',
  breaks: 'i på til efter før under ved med for selv videre ifølge fra',
  adverbs: 'også så da nu ikke selv senere tidligere har havde videre',
  articles: 'en et den det de',
  roles: 'statsminister minister direktør formand præsident',
  hisTitles: 'hr',
  herTitles: 'fru',
  naming: 'såkaldte såkaldt kaldet ordet begrebet titlen',
}
