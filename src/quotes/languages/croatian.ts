import type { SpeechGrammar } from '../grammar.ts'

// oxfmt-ignore
export const croatian: SpeechGrammar = {
  marks: ['„“', '„”', '»«', '""'],
  wordOrder: 'inverting',
  dialogue: { narrator: 'comma', resumes: 'dash' },
  verbs: `
    rekao rekla rekli kazao kazala kaže kažu izjavio izjavila izjavili dodao dodala dodaje
    navodi naveo navela istaknuo istaknula ističe napisao napisala piše objasnio objasnila
    objašnjava upozorio upozorila upozorava ukazao ukazala ukazuje zatražio zatražila naglasio
    naglasila odgovorio odgovorila pitao pitala potvrdio potvrdila tvrdi smatra misli priznao
    priznala zaključio poručio poručila saopćio priopćio rekla_je govori ocijenio osudio
    primijetio`,
  sources: 'prema',
  he: 'on',
  she: 'ona',
  otherPronouns: 'oni',
  ownPronouns: 'ja mi ti',
  conjunctions: 'i a ali da koji koja koje kada ako ili jer kako što',
  breaks: 'u na po nakon prije tijekom dok kao s sa za do od o pri iz',
  adverbs: 'je su također već još ne se to za setimes u_intervjuu i',
  naming: 'takozvani takozvana tzv nazvan',
  that: 'da',
  roles: `
    predsjednik predsjednica premijer premijerka ministar ministrica župan županica
    gradonačelnik gradonačelnica načelnik načelnica ravnatelj ravnateljica direktor direktorica
    voditelj voditeljica čelnik čelnica glasnogovornik glasnogovornica tajnik tajnica zastupnik
    zastupnica veleposlanik veleposlanica savjetnik savjetnica profesor profesorica znanstvenik
    znanstvenica istraživač istraživačica povjesničar povjesničarka arheolog arheologinja
    učitelj učiteljica liječnik liječnica doktor doktorica odvjetnik odvjetnica sudac sutkinja
    tužitelj tužiteljica policajac policajka književnik književnica pisac spisateljica autor
    autorica novinar novinarka urednik urednica fotograf fotografkinja umjetnik umjetnica
    glazbenik glazbenica pjevač pjevačica glumac glumica redatelj redateljica arhitekt
    arhitektica inženjer inženjerka ekonomist ekonomistica stručnjak stručnjakinja analitičar
    analitičarka trener trenerica kapetan kapetanica igrač igračica vratar vratarka napadač
    ribar ribarica seljak poljoprivrednik vozač vozačica svećenik biskup nadbiskup papa kralj
    general pukovnik vojnik svjedok svjedokinja majka otac brat sestra supruga suprug sin kći
    kćerka student studentica susjed susjeda osnivač osnivačica vlasnik vlasnica gospodin
    gospođa lučki`,
}
