import type { SpeechGrammar } from '../grammar.ts'

// oxfmt-ignore
export const japanese: SpeechGrammar = {
  marks: ['「」', '『』', '“”'],
  wordOrder: 'verb-last',
  unspaced: true,
  verbs: '述べた 語った 言った 言う 話した 書いた 説明した 答えた 尋ねた 強調した 指摘した 発表した と述べ と語 と話 と言 とし と書 と訴え と説明',
  sourcesAfter: 'によると によれば',
  he: '彼',
  she: '彼女',
  otherPronouns: '彼ら',
  ownPronouns: '私',
  conjunctions: 'と',
  breaks: 'を に で と へ から まで より や た の',
  adverbs: '、',
  naming: 'いわゆる という',
  subjectMarkers: 'は が も',
  nameSuffixes: `
    さん 氏 様 君 ちゃん 先生 教授 准教授 博士 首相 大統領 総理 大臣 外相 財務相 長官 知事 市長 町長 村長 区長 社長 会長 部長 課長 局長 所長 署長 院長 校長
    学長 港長 船長 監督 選手 主将 コーチ 議員 委員長 代表 記者 編集長 弁護士 検事 判事 医師 警部 容疑者 被告`,
  roles: `
    首相 大統領 大臣 外相 長官 知事 市長 社長 会長 部長 局長 所長 校長 学長 教授 准教授 教諭 教員 教師 監督 選手 主将 コーチ 議員 委員長 代表 広報 報道官 記者
    編集者 弁護士 検事 判事 裁判官 医師 看護師 警察官 研究者 科学者 専門家 考古学者 歴史家 作家 著者 画家 音楽家 歌手 俳優 女優 建築家 技術者 職人 経済学者
    アナリスト 漁師 農家 運転手 国王 王子 女王 将軍 大佐 兵士 証人 母親 父親 妻 夫 息子 娘 学生 生徒 隣人 創業者`,
}
