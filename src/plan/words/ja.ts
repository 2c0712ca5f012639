// Japanese: words by which a plan names what the reader looks for. docs/words/ja.md is the page for its speakers.
import type { LanguageWords } from './language-words.ts'

export const ja = {
  name: 'Japanese',
  ceremonies: {
    retro: '振り返り; ふりかえり; レトロスペクティブ; レトロ; 反省会; 改善会',
    refinement: 'リファインメント; バックログリファインメント',
    standup: '毎日; 朝会; デイリー; デイリースクラム; 夕会; 夕礼',
    planning: 'プランニング; 計画会議; スプリント計画; キックオフ; 計画ミーティング',
    digest: '週報; 日報; 週次レポート',
    review: 'レビュー; デモ; スプリントレビュー; 成果発表',
    release: 'リリース; デプロイ; ローンチ; 公開; リリース日',
    sync: '会議; 定例; 打ち合わせ; 週会; 週次; 進捗確認',
    milestone: 'マイルストーン; コードフリーズ; 締め切り; スプリント開始; スプリント終了',
  },
} satisfies LanguageWords
