import type { SpeechGrammar } from '../grammar.ts'

// oxfmt-ignore
export const korean: SpeechGrammar = {
  marks: ['“”', '‘’'],
  wordOrder: 'verb-last',
  verbs: '말했다 밝혔다 전했다 설명했다 강조했다 덧붙였다 주장했다 지적했다 물었다 답했다 썼다 라고 고',
  sourcesAfter: '따르면',
  he: '그는 그가',
  she: '그녀는',
  otherPronouns: '그들은',
  conjunctions: '',
  breaks: '',
  adverbs: '',
  naming: '이른바',
  subjectMarkers: '께서는 께서 은 는 이 가',
  nameSuffixes: '씨 님',
}
