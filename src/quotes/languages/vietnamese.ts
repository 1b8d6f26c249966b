import type { SpeechGrammar } from '../grammar.ts'

// oxfmt-ignore
export const vietnamese: SpeechGrammar = {
  marks: ['“”'],
  wordOrder: 'subject-first',
  verbs: `
    nói hỏi kể bảo cho_biết khẳng_định trả_lời viết nhớ_lại tâm_sự thừa_nhận giải_thích phát_biểu
    nhấn_mạnh cho_rằng cho_hay chia_sẻ than_thở than thêm bày_tỏ nhận_định đánh_giá nhận_xét
    bình_luận tuyên_bố thông_báo thông_tin yêu_cầu đề_nghị kêu_gọi cảnh_báo lưu_ý phân_tích bổ_sung
    nói_thêm nói_rõ nêu nêu_rõ chỉ_rõ quả_quyết đáp đáp_lại hỏi_lại thắc_mắc phản_bác bác_bỏ
    phủ_nhận xác_nhận cam_kết hứa tiết_lộ thổ_lộ bộc_bạch giãi_bày tường_thuật thuật_lại kể_lại
    trần_tình lý_giải phân_trần phân_bua khuyên dặn nhắc nhắc_lại nhắc_nhở ra_lệnh chỉ_đạo quát gào
    la hét kêu reo thốt thốt_lên thì_thầm lẩm_bẩm hạ_giọng hồ_hởi tự_hào băn_khoăn lo_lắng bức_xúc
    ngậm_ngùi nghẹn_ngào cảnh_giác mở_lời lên_tiếng chỉ_trích phê_phán lên_án cáo_buộc ca_ngợi
    chúc_mừng cảm_ơn gọi kết_luận tóm_lại góp_ý kiến_nghị phản_ánh đề_xuất tâm_tình quy_kết mô_tả
    trả_lời_phỏng_vấn`,
  sources: 'theo dẫn_lời theo_lời trích_lời',
  he: 'ông anh hắn',
  she: 'bà cô chị',
  otherPronouns: 'họ nó chúng người_ta',
  ownPronouns: 'tôi chúng_tôi chúng_ta tui em mình',
  conjunctions: 'và hoặc nhưng rằng khi vì nếu mà là do bởi nên thì tuy dù tuy_nhiên song còn để',
  breaks: 'tại ở trong sau trước với cho vào từ đến về trên dưới ngoài giữa qua bằng của đối_với',
  adverbs: `
    ấy này cũng đã đang lại còn sẽ vẫn vừa mới chỉ luôn hay thường từng rất đều cùng tiếp_tục tự
    thẳng_thắn liên_tục hôm_nay hôm_qua sáng chiều tối trưa nay qua ngày bèn liền rồi tiếp bỗng chợt
    không phải được bị có_lần có`,
  weakVerbs: 'nghĩ hy_vọng mong coi xem mệnh_danh gọi lo_lắng tự_hào kêu',
  articles: 'một những các vị',
  indefinites: 'một',
  institutions: `
    bộ sở ủy_ban chính_phủ công_ty tập_đoàn tòa trường đại_học bệnh_viện ngân_hàng hội đảng báo
    cơ_quan viện`,
  naming: `
    gọi_là cái_gọi_là mang_tên có_tên phim bộ_phim tiểu_thuyết bài_hát cuốn_sách từ cụm_từ
    chương_trình chiến_dịch dự_án kiểu danh_hiệu`,
  that: 'rằng',
  roles: `
    tổng_bí_thư bí_thư phó_bí_thư chủ_tịch_nước phó_chủ_tịch chủ_tịch_quốc_hội phó_thủ_tướng
    đại_diện trưởng_thôn trưởng_ban phó_giám_đốc hiệu_trưởng viện_trưởng cán_bộ công_an người_dân
    nhân_viên ủy_viên chủ_nhiệm tổng_thống chủ_tịch thủ_tướng phó bộ_trưởng thứ_trưởng tỉnh_trưởng
    thị_trưởng giám_đốc tổng_giám_đốc trưởng_phòng trưởng lãnh_đạo phát_ngôn_viên người_phát_ngôn
    thư_ký tổng_thư_ký đại_biểu nghị_sĩ đại_sứ cố_vấn giáo_sư tiến_sĩ gs ts pgs nhà_nghiên_cứu
    nhà_khoa_học nhà_sử_học nhà_khảo_cổ giáo_viên thầy cô_giáo bác_sĩ y_tá luật_sư thẩm_phán
    kiểm_sát_viên cảnh_sát nhà_văn tác_giả nhà_báo phóng_viên biên_tập_viên nhiếp_ảnh_gia nghệ_sĩ
    nhạc_sĩ ca_sĩ diễn_viên đạo_diễn kiến_trúc_sư kỹ_sư nhà_kinh_tế chuyên_gia huấn_luyện_viên hlv
    đội_trưởng cầu_thủ thủ_môn tiền_đạo ngư_dân nông_dân tài_xế linh_mục giám_mục vua nữ_hoàng
    hoàng_tử tướng đại_tá thượng_tá trung_tá thiếu_tá binh_sĩ nhân_chứng mẹ cha bố vợ chồng con_trai
    con_gái sinh_viên học_sinh hàng_xóm người_sáng_lập chủ ông bà anh chị`,
}
