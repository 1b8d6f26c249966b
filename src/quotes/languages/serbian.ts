import type { SpeechGrammar } from '../grammar.ts'

// oxfmt-ignore
export const serbian: SpeechGrammar = {
  marks: ['„“', '„”', '""'],
  wordOrder: 'inverting',
  dialogue: { narrator: 'comma', resumes: 'dash' },
  verbs: `
    rekao rekla rekli kazao kazala kaže kažu izjavio izjavila izjavili dodao dodala dodaje
    navodi naveo navela istakao istakla ističe napisao napisala piše objasnio objasnila
    objašnjava upozorio upozorila upozorava ukazao ukazala ukazuje zatražio zatražila naglasio
    naglasila odgovorio odgovorila pitao pitala potvrdio potvrdila tvrdi smatra misli priznao
    priznala zaključio poručio poručila saopštio saopštila ocenio primetio osudio govorio govori
    рекао рекла каже казао казала изјавио изјавила додао додала наводи истакао пише објаснио
    тврди сматра`,
  sources: 'prema према',
  he: 'on он',
  she: 'ona она',
  otherPronouns: 'oni они',
  ownPronouns: 'ja mi ti',
  conjunctions: 'i a ali da koji koja koje kada ako ili jer kako što и а али да који која',
  breaks: 'u na po nakon pre tokom dok kao s sa za do od o pri iz у на',
  adverbs: 'je su takođe već još ne se to за',
  naming: 'takozvani tzv такозвани',
  that: 'da да',
  roles: `
    predsednik predsednica premijer premijerka ministar ministarka gradonačelnik gradonačelnica
    načelnik načelnica direktor direktorka rukovodilac šef šefica lider liderka portparol
    portparolka sekretar sekretarka poslanik poslanica ambasador ambasadorka savetnik savetnica
    profesor profesorka naučnik naučnica istraživač istraživačica istoričar istoričarka arheolog
    arheološkinja učitelj učiteljica nastavnik nastavnica lekar lekarka doktor doktorka
    medicinska advokat advokatica sudija tužilac tužiteljka policajac policajka pisac književnik
    književnica autor autorka novinar novinarka urednik urednica fotograf fotografkinja umetnik
    umetnica muzičar muzičarka pevač pevačica glumac glumica reditelj rediteljka arhitekta
    inženjer inženjerka ekonomista ekonomistkinja stručnjak stručnjakinja ekspert analitičar
    analitičarka trener trenerka kapiten kapitenka igrač igračica golman napadač ribar seljak
    poljoprivrednik vozač sveštenik episkop patrijarh kralj general pukovnik vojnik svedok majka
    otac brat sestra supruga suprug sin ćerka student studentkinja komšija komšinica osnivač
    osnivačica vlasnik vlasnica gospodin gospođa председник председница премијер премијерка
    министар министарка градоначелник градоначелница начелник начелница директор директорка
    руководилац шеф шефица лидер лидерка портпарол портпаролка секретар секретарка посланик
    посланица амбасадор саветник саветница професор професорка научник научница истраживач
    истраживачица историчар историчарка археолог учитељ учитељица наставник наставница лекар
    лекарка доктор докторка адвокат адвокатица судија тужилац полицајац полицајка писац
    књижевник књижевница аутор ауторка новинар новинарка уредник уредница фотограф уметник
    уметница музичар певач певачица глумац глумица редитељ редитељка архитекта инжењер
    економиста стручњак експерт аналитичар тренер капитен играч голман нападач рибар сељак
    пољопривредник возач свештеник епископ патријарх краљ генерал пуковник војник сведок мајка
    отац брат сестра супруга супруг син ћерка студент студенткиња комшија комшиница оснивач
    власник власница господин госпођа`,
}
