import type { SpeechGrammar } from '../grammar.ts'

// oxfmt-ignore
export const czech: SpeechGrammar = {
  marks: ['„“'],
  wordOrder: 'inverting',
  dialogue: { narrator: 'comma', resumes: 'dash' },
  verbs: `
    řekl řekla řekli říká říkal říkala říkají uvedl uvedla uvádí dodal dodala dodává napsal
    napsala píše prohlásil prohlásila tvrdí tvrdil tvrdila vysvětlil vysvětlila vysvětluje
    poznamenal poznamenala připustil ujistil sdělil sdělila upozornil upozornila zdůraznil
    zdůraznila odpověděl odpověděla ptá zeptal zeptala potvrdil potvrdila přiznal přiznala míní
    soudí konstatoval konstatuje oznámil připomněl komentoval prozradil varuje varoval stojí
    psal psali přiznává posmíval`,
  sources: 'podle',
  he: 'on',
  she: 'ona',
  otherPronouns: 'oni',
  ownPronouns: 'já my ty',
  conjunctions: 'a i ale že který která které když jestli nebo protože jak',
  relatives: 'který která',
  breaks: 'v ve na po před během s se pro do od z ze k o při za',
  adverbs: 'také však potom již ještě ne se si to včera dnes pak jsem byl',
  roles: `
    prezident premiér ministr prezidentka ministryně starosta starostka primátor hejtman ředitel
    ředitelka šéf šéfka vedoucí předseda předsedkyně mluvčí tajemník poslanec poslankyně senátor
    velvyslanec diplomat poradce profesor profesorka vědec výzkumník historik učitel učitelka
    lékař lékařka advokát právník soudce státní_zástupce policista komisař spisovatel
    spisovatelka autor autorka novinář novinářka redaktor fotograf umělec hudebník zpěvák
    zpěvačka herec herečka režisér architekt inženýr ekonom analytik odborník expert trenér
    kapitán hráč brankář útočník rybář zemědělec řidič kněz biskup papež král princ generál
    plukovník voják svědek matka otec bratr sestra manželka manžel syn dcera student žák soused
    zakladatel majitel`,
  hisTitles: 'pan',
  herTitles: 'paní',
  naming: 'takzvaný takzvaná tzv zvaný zvaná nazvaný nazvaná s_názvem',
  dropsSubject: true,
  hisForms: '*al *il *el',
  herForms: '*ala *ila *ela',
  nameEndings: [['ového', 'ový'], ['ské', 'ská'], ['ové', 'ová'], ['ého', 'ý'], ['ovi', ''], ['ému', 'ý'], ['em', ''], ['ou', 'a'], ['ou', 'á'], ['é', 'á'], ['y', 'a'], ['u', 'a'], ['a', '']],
  that: 'že',
}
