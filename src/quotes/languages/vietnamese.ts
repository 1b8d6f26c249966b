import type { SpeechGrammar } from '../grammar.ts'

// oxfmt-ignore
export const vietnamese: SpeechGrammar = {
  marks: ['“”'],
  wordOrder: 'subject-first',
  verbs: `
    nói hỏi kể bảo cho_biết khẳng_định trả_lời viết nhớ_lại tâm_sự thừa_nhận giải_thích
    phát_biểu nhấn_mạnh cho_rằng chia_sẻ than_thở thêm`,
  sources: 'theo',
  he: 'ông anh',
  she: 'bà cô chị',
  otherPronouns: 'họ nó',
  ownPronouns: 'tôi chúng_tôi em',
  conjunctions: 'và hoặc nhưng rằng khi vì nếu mà là',
  breaks: 'tại ở trong sau trước với cho vào',
  adverbs: 'cũng đã đang lại còn',
  naming: 'gọi_là cái_gọi_là',
  that: 'rằng',
  roles: `
    tổng_thống chủ_tịch thủ_tướng phó bộ_trưởng thứ_trưởng tỉnh_trưởng thị_trưởng giám_đốc
    tổng_giám_đốc trưởng_phòng trưởng lãnh_đạo phát_ngôn_viên người_phát_ngôn thư_ký tổng_thư_ký
    đại_biểu nghị_sĩ đại_sứ cố_vấn giáo_sư tiến_sĩ gs ts pgs nhà_nghiên_cứu nhà_khoa_học
    nhà_sử_học nhà_khảo_cổ giáo_viên thầy cô_giáo bác_sĩ y_tá luật_sư thẩm_phán kiểm_sát_viên
    cảnh_sát nhà_văn tác_giả nhà_báo phóng_viên biên_tập_viên nhiếp_ảnh_gia nghệ_sĩ nhạc_sĩ
    ca_sĩ diễn_viên đạo_diễn kiến_trúc_sư kỹ_sư nhà_kinh_tế chuyên_gia huấn_luyện_viên hlv
    đội_trưởng cầu_thủ thủ_môn tiền_đạo ngư_dân nông_dân tài_xế linh_mục giám_mục vua nữ_hoàng
    hoàng_tử tướng đại_tá thượng_tá trung_tá thiếu_tá binh_sĩ nhân_chứng mẹ cha bố vợ chồng
    con_trai con_gái sinh_viên học_sinh hàng_xóm người_sáng_lập chủ ông bà anh chị`,
}
