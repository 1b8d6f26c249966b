import type { SpeechGrammar } from '../grammar.ts'

// oxfmt-ignore
export const maltese: SpeechGrammar = {
  marks: ['“”', '‘’'],
  wordOrder: 'inverting',
  verbs: `
    qal qalet qalu jgħid tgħid jgħidu qallu qallha qalilhom qalli qaltlu qaltilha qaltilhom qaltli
    żied żiedet żiedu jżid żżid saħaq saħqet saħqu stqarr stqarret stqarrew jistqarr sostna sostniet
    sostnew isostni ssostni spjega spjegat spjegaw jispjega tispjega wieġeb wieġbet wieġbu jwieġeb
    twieġeb staqsa staqsiet staqsew staqsieh staqsieha staqsietu staqsietha saqsa saqsiet saqsieh
    saqsietu saqsietha jistaqsi tistaqsi kompla kompliet komplew tenna tenniet tennew itenni insista
    insistiet insistew jinsisti tinsisti afferma affermat iddikjara iddikjarat iddikjaraw jiddikjara
    ħabbar ħabbret ħabbru ikkummenta ikkummentat jikkummenta irrimarka irrimarkat jirrimarka
    irrakkonta irrakkontat jirrakkonta enfasizza enfasizzat kiteb kitbet kitbu jikteb għajjat
    għajtet għajtu ammetta ammettiet fakkar fakkret fakkru wissa wissiet wissew semma semmiet
    wiegħed wiegħdet osserva osservat argumenta argumentat ikkonferma ikkonfermat ikkonkluda
    ikkonkludiet innota innotat appella appellat ippropona ipproponiet irrisponda irrispondiet ċaħad
    ċaħdet akkuża akkużat talab talbet xhed xehdet irrapporta irrapportat lissen lissnet xeħet`,
  weakVerbs: 'sejjaħ sejħet sejħu iddeskriva iddeskriviet ħaseb ħasbet jaħseb taħseb jemmen temmen',
  speechNouns: 'stqarrija kumment',
  sources: 'skont skond',
  auxiliaries: 'kien kienet kienu hu huwa hija huma qed qiegħed qiegħda ikun tkun għandu għandha se sejjer',
  he: 'hu huwa',
  she: 'hi hija',
  otherPronouns: 'huma dan din dawn xi_ħadd',
  ownPronouns: 'jien jiena aħna int inti intom',
  conjunctions: 'u li meta għax imma iżda jekk filwaqt waqt kif biex jew għaliex minħabba',
  that: 'li',
  relatives: 'li',
  breaks: `
    fi fil-* fl-* fis-* fit-* fir-* fid-* fin-* fiż-* fix-* fiċ-* f' bi bil-* bl-* bis-* bit-* b' ma
    mal-* ta tal-* tas-* tat-* tar-* tad-* tan-* taż-* tax-* taċ-* għall-* għal lill-* lil lis-*
    lit-* lin-* lir-* lid-* dwar minn mill-* mis-* wara qabel bħal bħala matul waqt lejn taħt fuq
    kontra mingħajr sa ħdejn`,
  elisions: 'f b m x s',
  adverbs: `
    ukoll wkoll ilbieraħ illum mbagħad imbagħad għadu diġà issa dakinhar hekk stess biss dejjem ma
    fl-aħħar`,
  articles: 'il-* l-* is-* ix-* ir-* it-* id-* in-* iż-* iċ-* iz-* xi wieħed waħda',
  indefinites: 'xi wieħed waħda',
  naming: 'hekk_imsejjaħ hekk_imsejħa hekk_imsejħin bl-isem jismu jisimha msejjaħ intitolat',
  roles: `
    president prim ministru ministra kap mexxej mexxejja deputat sindku viċi_sindku kelliem kelliema
    segretarju segretarja direttur direttriċi chairman kummissarju ambaxxatur konsulent professur
    professuressa riċerkatur riċerkatriċi xjenzat xjenzata storiku arkeologu għalliem għalliema
    surmast tabib tabiba dott infermier infermiera avukat avukata nutar imħallef maġistrat
    prosekutur pulizija spettur surġent uffiċjal kittieb kittieba awtur awtriċi ġurnalist ġurnalista
    editur fotografu artist artista mużiċist kantant kantanta attur attriċi perit inġinier inġiniera
    ekonomista analista espert esperta kowċ kaptan plejer sajjied bidwi xufier isqof arċisqof papa
    kardinal qassis dun patri re reġina ġeneral kurunell suldat xhud omm ommu ommha missieru
    missierha ħuh ħuha oħtu oħtha ziju zijitu zijitha nannu nanna martu mara raġel żewġha iben binha
    bint bintha tifel tifla student studenta ġar ġara fundatur sid rappreżentant rappreżentanta
    membru`,
  hisTitles: 'sur is-sur',
  herTitles: 'sinjura is-sinjura is-sa sa',
  compounds: true,
  institutions: `
    gvern partit qorti pulizija università ministeru awtorità kunsill unjin assoċjazzjoni kumpanija
    il-gvern il-partit il-qorti l-pulizija il-pulizija il-ministeru l-awtorità il-kunsill`,
  nameParticles: 'ta tal',
  dropsSubject: true,
}
