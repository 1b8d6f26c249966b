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
  articles: 'el la los las un una su sus este esta',
  roles: `
    presidente presidenta ministro ministra primer alcalde alcaldesa gobernador gobernadora
    director directora jefe jefa líder portavoz secretario secretaria diputado diputada senador
    senadora concejal consejero consejera embajador embajadora diplomático asesor asesora
    profesor profesora catedrático investigador investigadora científico científica historiador
    maestro maestra médico médica doctor doctora enfermera abogado abogada juez jueza fiscal
    policía comisario inspector escritor escritora autor autora periodista redactor fotógrafo
    artista músico cantante actor actriz arquitecto arquitecta ingeniero ingeniera economista
    analista experto experta entrenador entrenadora técnico seleccionador capitán capitana
    jugador jugadora portero portera delantero delantera defensa centrocampista pescador
    agricultor conductor barquero sacerdote obispo papa rey príncipe general coronel soldado
    testigo madre padre hermano hermana esposa marido hijo hija estudiante alumno alumna vecino
    vecina fundador fundadora dueño dueña propietario`,
  hisTitles: 'señor don rey príncipe padre hermano hijo marido',
  herTitles: `
    señora doña reina princesa madre hermana hija esposa ministra presidenta alcaldesa directora
    entrenadora portera delantera`,
  naming: `
    llamado llamada llamados denominado denominada supuesto título titulado titulada apodado
    palabra término`,
  indefinites: 'un una unos unas',
  auxiliaries: 'es son era eran fue fueron ha han había habían está están será puede debe',
  dropsSubject: true,
  roleEndings: 's es',
  that: 'que',
  hisForms: 'el un',
  herForms: 'la una',
}
