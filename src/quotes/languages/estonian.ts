import type { SpeechGrammar } from '../grammar.ts'

// oxfmt-ignore
export const estonian: SpeechGrammar = {
  marks: ['„“', '“”'],
  wordOrder: 'inverting',
  dialogue: { narrator: 'comma', resumes: 'dash' },
  verbs: `
    ütles ütleb ütlesid ütlevad räägib rääkis lisas lisab märkis märgib selgitas selgitab
    kirjutas kirjutab kinnitas kinnitab küsis küsib lausus vastas vastab nentis nendib ohkas
    meenutas arvas arvab sõnas teatas väitis tunnistas rõhutas põhjendas tõdes hüüdis naeris
    mõtles pakkus kommenteeris jätkas leidis hoiatas`,
  sources: 'vastavalt',
  sourcesAfter: 'sõnul arvates kinnitusel hinnangul',
  heOrShe: 'ta tema',
  otherPronouns: 'nad nemad',
  ownPronouns: 'ma mina me meie sa',
  conjunctions: 'ja või aga et kui kes mis kuna sest ning',
  breaks: '',
  adverbs: 'ka siis nüüd ei veel juba aga eile täna homme samuti hiljem lisaks esmaspäeval teisipäeval kolmapäeval neljapäeval reedel laupäeval pühapäeval',
  naming: 'nn niinimetatud nimega pealkirjaga',
  that: 'et',
  roles: `
    president presidendi peaminister minister ministri linnapea vallavanem maavanem direktor
    juhataja juht esimees esinaine esindaja pressiesindaja kõneisik sekretär kantsler
    riigikogulane saadik suursaadik nõunik professor dotsent teadlane teadur uurija ajaloolane
    arheoloog õpetaja arst doktor õde advokaat jurist kohtunik prokurör politseinik komissar
    kirjanik autor ajakirjanik toimetaja fotograaf kunstnik muusik laulja näitleja lavastaja
    režissöör arhitekt insener majandusteadlane ökonomist ekspert asjatundja analüütik treener
    peatreener kapten mängija väravavaht ründaja kalur talunik põllumees bussijuht pastor
    vaimulik piiskop kuningas kindral kolonel sõdur tunnistaja ema isa vend abikaasa naine mees
    poeg tütar üliõpilane õpilane naaber asutaja omanik ülem ülema sadamakapten härra proua`,
  compounds: true,
}
