import type { SpeechGrammar } from '../grammar.ts'

// oxfmt-ignore
export const korean: SpeechGrammar = {
  marks: ['“”', '‘’'],
  wordOrder: 'verb-last',
  verbs: `
    말했* 말하* 말한* 말해* 밝혔* 밝히* 밝힌* 전했* 전하* 전한* 설명했* 설명하* 설명한* 강조했* 강조하* 강조한* 덧붙였* 덧붙이* 주장했* 주장하*
    주장한* 지적했* 지적하* 지적한* 물었* 묻* 답했* 답하* 대답했* 썼다 썼습니다 적었* 했다 하였다 했습니다 호소했* 반박했* 비판했* 회상했* 외쳤* 인정했*
    경고했* 약속했* 발표했* 보도했* 고백했* 털어놨* 털어놓* 고 라고 이라고 며 이라며 라며 다며 다고 고는`,
  sourcesAfter: '따르면',
  she: '그녀는',
  otherPronouns: '그들은',
  conjunctions: '',
  breaks: `
    `,
  adverbs: '',
  naming: '이른바',
  subjectMarkers: '께서는 께서 은 는 이 가 도',
  nameSuffixes: '씨 님',
  roles: `
    대통령 총리 장관 시장 도지사 지사 대표 사장 회장 부장 국장 소장 교장 총장 원장 위원장 의원 대변인 대사 교수 박사 교사 선생 연구원 과학자 전문가 고고학자
    역사가 의사 간호사 변호사 판사 검사 경찰관 경감 작가 기자 편집장 사진작가 화가 음악가 가수 배우 감독 코치 주장 선수 골키퍼 공격수 수비수 미드필더 어부 농부
    기사 신부 주교 교황 왕 왕자 여왕 장군 대령 병사 증인 어머니 아버지 아내 남편 아들 딸 학생 이웃 창업자`,
  roleEndings: '은 는 이 가 께서는 의 도 에게 와 과',
  heOrShe: '그는 그가 그도',
  dropsSubject: true,
}
