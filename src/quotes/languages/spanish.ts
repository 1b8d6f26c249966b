import type { SpeechGrammar } from '../grammar.ts'

// oxfmt-ignore
export const spanish: SpeechGrammar = {
  marks: ['«»', '“”'],
  wordOrder: 'inverting',
  dialogue: { narrator: 'dash', resumes: 'dash' },
  verbs: `
    dijo dice dicen dijeron decía ha_dicho había_dicho declaró declara ha_declarado afirmó
    afirma ha_afirmado aseguró asegura ha_asegurado añadió añade ha_añadido agregó agrega
    explicó explica ha_explicado señaló señala ha_señalado escribió escribe indicó indica
    comentó comenta manifestó sostuvo sostiene subrayó subraya ha_subrayado destacó destaca
    advirtió advierte preguntó pregunta respondió responde contestó contesta reconoció reconoce
    admitió admite recordó recuerda anunció insistió insiste concluyó concluye confesó exclamó
    gritó informó apuntó apunta precisó precisa enfatizó lamentó criticó denunció pidió
    ha_pedido reiteró matizó remarcó contó cuenta cree opinó opina considera consideró planteó
    bromeó prometió llamó calificó escribieron según relató señalaron afirmaron`,
  sources: 'según',
  he: 'él',
  she: 'ella',
  otherPronouns: 'ellos ellas',
  ownPronouns: 'yo nosotros tú',
  conjunctions: 'y e pero que quien quienes cuando mientras como si o u porque aunque',
  relatives: 'que quien',
  breaks: `
    a al en sobre tras durante con para por ayer hoy ante desde según de_la_que lunes martes
    miércoles jueves viernes sábado domingo`,
  adverbs: 'también además luego después ya ayer hoy no se le les ha había han',
  articles: 'el la los las un una su',
  roles: 'presidente presidenta ministro ministra',
  hisTitles: 'señor',
  herTitles: 'señora',
  naming: `
    llamado llamada llamados denominado denominada supuesto título titulado titulada apodado
    palabra término`,
}
