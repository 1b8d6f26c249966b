import type { SpeechGrammar } from '../grammar.ts'

// oxfmt-ignore
export const indonesian: SpeechGrammar = {
  marks: ['“”'],
  wordOrder: 'inverting',
  verbs: `
    kata ujar ungkap tutur ucap jelas tulis tambah tambahnya katanya ujarnya jelasnya ungkapnya
    tuturnya berkata mengatakan menyatakan menjelaskan menambahkan menulis mengungkapkan
    menuturkan menegaskan tegas tanya bertanya jawab menjawab lapor melaporkan sebut menyebut
    imbuh papar bilang mengakui`,
  sources: 'menurut',
  heOrShe: 'dia ia',
  otherPronouns: 'mereka',
  ownPronouns: 'saya kami',
  conjunctions: 'dan atau tetapi namun bahwa yang ketika saat karena jika',
  breaks: 'di pada ke dalam setelah sebelum dengan untuk kepada dari',
  adverbs: 'juga kemudian lalu telah sudah tidak',
  naming: 'disebut bernama berjudul apa_yang_disebut',
  clitics: { nya: 'heOrShe' },
  that: 'bahwa',
  roles: `
    presiden wakil perdana menteri gubernur bupati wali wali_kota walikota kepala ketua direktur
    manajer pemimpin juru bicara jubir sekretaris anggota duta besar penasihat profesor prof
    dosen guru peneliti ilmuwan sejarawan arkeolog dokter dr perawat pengacara hakim jaksa
    polisi kapolri kapolda kapolres kapolsek komisaris brigadir inspektur penulis pengarang
    wartawan jurnalis editor redaktur fotografer seniman musisi penyanyi aktor aktris sutradara
    arsitek insinyur ekonom analis pakar ahli pengamat pelatih kapten pemain kiper penyerang
    nelayan petani sopir pengemudi pendeta ustaz imam uskup raja ratu pangeran jenderal kolonel
    letnan mayor tentara prajurit saksi ibu ayah bapak pak bu kakak adik istri suami putra putri
    anak mahasiswa siswa pelajar warga tetangga pendiri pemilik pelabuhan dinas kantor kota
    kabupaten provinsi desa camat lurah bidang humas badan tuan nyonya saudara`,
}
