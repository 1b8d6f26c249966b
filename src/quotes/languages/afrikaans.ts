import type { SpeechGrammar } from '../grammar.ts'

// oxfmt-ignore
export const afrikaans: SpeechGrammar = {
  marks: ['‘’', '“”'],
  wordOrder: 'inverting',
  dialogue: { narrator: 'comma', resumes: 'dash' },
  verbs: `
    sê gesê vertel skryf geskryf verklaar antwoord geantwoord vra gevra voeg bygevoeg beklemtoon
    waarsku gewaarsku beweer erken bevestig verduidelik noem genoem meld gemeld berig reageer
    gereageer roep geroep uitgeroep lag sug gesug dink gedink meen gemeen glo geglo onthul belowe
    gebelowe kondig aangekondig luid lui sien gesien kla gekla skree geskree fluister gefluister
    mompel gemompel grap spot gespot herinner onderstreep pleit gepleit dreig gedreig eis geëis
    gee_toe toegegee merk_op opgemerk haal_aan aangehaal twiet getwiet praat gepraat vervolg versoek
    bely opper geopper reken gereken stel gestel`,
  weakVerbs: 'noem genoem beskryf hoop vrees',
  auxiliaries: 'is was het sal kan moet wil word sou kon moes wou',
  sources: 'volgens aldus',
  he: 'hy',
  she: 'sy',
  otherPronouns: 'hulle mens',
  ownPronouns: 'ek ons jy julle u',
  conjunctions: 'en maar dat wat toe as omdat terwyl of hoe waarom',
  relatives: 'wat',
  breaks: 'in op aan by na voor tydens met oor teen gister vandag môre te om vir uit',
  adverbs: 'ook toe later nou nie al verder daarna gister vandag het',
  articles: "die 'n sy haar hul",
  indefinites: "'n",
  roles: `
    president minister premier burgemeester woordvoerder direkteur voorsitter leier hoof bestuurder
    politikus ambassadeur adviseur professor navorser wetenskaplike historikus onderwyser
    onderwyseres dosent dokter arts verpleegster advokaat prokureur regter beampte kaptein skrywer
    skryfster joernalis redakteur fotograaf kunstenaar musikant sanger sangeres akteur aktrise
    regisseur argitek ingenieur ekonoom ontleder kenner deskundige afrigter speler visser boer
    bestuurder dominee priester biskop pous koning prins generaal kolonel soldaat getuie moeder ma
    vader pa broer suster vrou man seun dogter student leerling buurman stigter eienaar hawemeester
    meneer mevrou mnr mev`,
  roleEndings: 's e',
  hisTitles: 'meneer mnr koning prins vader broer seun',
  herTitles: 'mevrou mev koningin prinses moeder suster dogter',
  naming: 'sogenaamde sogenoemde genaamd getiteld',
  that: 'dat',
}
