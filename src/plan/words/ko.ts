// Korean: words by which a plan names what the reader looks for. docs/words/ko.md is the page for its speakers.
import type { LanguageWords } from './language-words.ts'

export const ko = {
  name: 'Korean',
  ceremonies: {
    retro: '회고',
    refinement: '리파인먼트; 백로그 정제; 백로그 리파인먼트',
    standup: '데일리; 데일리 스크럼; 일일 스크럼; 스탠드업',
    planning: '플래닝; 계획 회의; 킥오프; 스프린트 계획',
    digest: '주간 보고; 주간 리포트',
    review: '리뷰; 데모; 스프린트 리뷰',
    release: '릴리스; 릴리즈; 출시; 배포; 런칭; 배포일; 릴리스일',
    sync: '회의; 미팅; 싱크; 주간 회의',
    milestone: '마일스톤; 코드 프리즈; 마감일; 스프린트 시작; 스프린트 종료',
  },
} satisfies LanguageWords
