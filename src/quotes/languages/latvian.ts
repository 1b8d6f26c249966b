import type { SpeechGrammar } from '../grammar.ts'

// oxfmt-ignore
export const latvian: SpeechGrammar = {
  marks: ['“”', '„”', '«»'],
  wordOrder: 'inverting',
  dialogue: { narrator: 'dash', resumes: 'dash' },
  verbs: `
    teica saka sacīja stāsta stāstīja uzsvēra uzsver skaidroja skaidro raksta rakstīja piebilda
    piebilst norādīja norāda atzina atzīst jautāja atbildēja paziņoja iesaucās apgalvo domā
    uzskata vaicāja atcerējās`,
  sources: 'saskaņā pēc',
  he: 'viņš',
  she: 'viņa',
  otherPronouns: 'viņi',
  ownPronouns: 'es mēs tu',
  conjunctions: 'un vai bet ka kad jo kas kurš kura ja',
  breaks: '',
  adverbs: 'arī tad nu ne vēl jau',
  naming: 'tā_sauktais tā_sauktā',
  that: 'ka',
  roles: `
    prezidents prezidente premjers premjere ministru ministrs ministre mērs mēre priekšsēdētājs
    priekšsēdētāja vadītājs vadītāja direktors direktore līderis līdere pārstāvis pārstāve
    preses sekretārs sekretāre deputāts deputāte vēstnieks vēstniece padomnieks padomniece
    profesors profesore zinātnieks zinātniece pētnieks pētniece vēsturnieks vēsturniece
    arheologs arheoloģe skolotājs skolotāja ārsts ārste dakteris medmāsa advokāts advokāte
    tiesnesis tiesnese prokurors prokurore policists policiste rakstnieks rakstniece autors
    autore žurnālists žurnāliste redaktors redaktore fotogrāfs fotogrāfe mākslinieks māksliniece
    mūziķis mūziķe dziedātājs dziedātāja aktieris aktrise režisors režisore arhitekts arhitekte
    inženieris inženiere ekonomists ekonomiste eksperts eksperte analītiķis analītiķe treneris
    trenere kapteinis kapteine spēlētājs spēlētāja vārtsargs uzbrucējs zvejnieks zvejniece
    zemnieks zemniece šoferis mācītājs bīskaps karalis ģenerālis pulkvedis karavīrs liecinieks
    lieciniece māte tēvs brālis māsa sieva vīrs dēls meita students studente kaimiņš kaimiņiene
    dibinātājs dibinātāja īpašnieks īpašniece kungs kundze`,
}
