import type { SpeechGrammar } from '../grammar.ts'

// oxfmt-ignore
export const icelandic: SpeechGrammar = {
  marks: ['„“'],
  wordOrder: 'inverting',
  verbs: `
    sagði segir sögðu segja bætti bætir skrifaði skrifar svaraði spurði tilkynnti viðurkenndi
    útskýrði sagt fullyrti lýsti`,
  sources: 'samkvæmt',
  he: 'hann',
  she: 'hún',
  otherPronouns: 'þeir þær þau það',
  ownPronouns: 'ég við þú',
  conjunctions: 'og en að sem þegar ef því eða hvernig hvað',
  breaks: 'í á til um eftir með af fyrir frá við',
  adverbs: 'einnig líka þá nú ekki við hefur hafði var',
  naming: 'svokallaða svokallaður',
  that: 'að',
  roles: `
    forseti forsætisráðherra ráðherra *ráðherra borgarstjóri bæjarstjóri sveitarstjóri
    hafnarstjóri *stjóri forstjóri framkvæmdastjóri skólastjóri ritstjóri leikstjóri formaður
    *formaður varaformaður forstöðumaður *maður leiðtogi talsmaður talskona upplýsingafulltrúi
    *fulltrúi ritari þingmaður alþingismaður sendiherra ráðgjafi prófessor dósent vísindamaður
    rannsakandi *fræðingur sagnfræðingur fornleifafræðingur hagfræðingur lögfræðingur
    verkfræðingur kennari læknir *læknir hjúkrunarfræðingur lögmaður dómari saksóknari
    lögreglumaður lögreglustjóri yfirlögregluþjónn rithöfundur höfundur blaðamaður fréttamaður
    ljósmyndari listamaður listakona tónlistarmaður söngvari söngkona leikari leikkona arkitekt
    sérfræðingur greinandi þjálfari fyrirliði leikmaður markvörður sóknarmaður sjómaður
    útgerðarmaður bóndi bílstjóri prestur biskup páfi konungur drottning hershöfðingi hermaður
    vitni móðir faðir bróðir systir eiginkona eiginmaður sonur dóttir nemandi nágranni stofnandi
    eigandi herra frú`,
  compounds: true,
}
