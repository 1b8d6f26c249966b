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
  subjectMarkers: '께서는 께서 에게 은 는 이 가 도',
  nameSuffixes: '씨 님',
  roles: `
    대통령 총리 장관 시장 도지사 지사 대표 사장 회장 부장 국장 소장 교장 총장 원장 위원장 의원 대변인 대사 교수 박사 교사 선생 연구원 과학자 전문가 고고학자
    역사가 의사 간호사 변호사 판사 검사 경찰관 경감 작가 기자 편집장 사진작가 화가 음악가 가수 배우 감독 코치 주장 선수 골키퍼 공격수 수비수 미드필더 어부 농부
    기사 신부 주교 교황 왕 왕자 여왕 장군 대령 병사 증인 어머니 아버지 아내 남편 아들 딸 학생 이웃 창업자`,
}
