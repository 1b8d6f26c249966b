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
    lyder lød opfordrer bemærker bemærkede indrømmer udbryder citerer bekræfter tænkte hvisker
    læsper`,
  weakVerbs: 'ønsker håber frykter kalder kaldte',
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
  roles: `
    statsminister minister direktør formand præsident chef leder talsmand talskvinde talsperson
    borgmester politiker ordfører sekretær ambassadør diplomat rådgiver professor forsker lærer
    rektor læge sygeplejerske advokat dommer anklager politidirektør efterforsker forfatter
    journalist redaktør fotograf kunstner musiker sanger skuespiller instruktør arkitekt
    ingeniør økonom analytiker ekspert træner kaptajn spiller målmand angriber fisker landmand
    chauffør lods præst biskop konge prins general oberst soldat vidne mor far bror søster kone
    mand søn datter student elev nabo stifter ejer inspektør mester *chef *leder *minister
    *direktør *lærer *mester *inspektør *træner *forsker`,
  hisTitles: 'hr kong prins far bror søn mand',
  herTitles: 'fru dronning prinsesse mor søster kone datter kvinde',
  naming: 'såkaldte såkaldt kaldet ordet begrebet titlen',
  indefinites: 'en et',
  auxiliaries: 'er var har havde vil ville skal skulle kan kunne må måtte bliver blev',
  roleEndings: 'en et n erne ne',
  that: 'at',
  compounds: true,
}
