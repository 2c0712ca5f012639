// Chinese: words by which a plan names what the reader looks for. docs/words/zh.md is the page for its speakers.
import type { LanguageWords } from './language-words.ts'

export const zh = {
  name: 'Chinese',
  ceremonies: {
    retro: '回顾; 回顧; 复盘; 回顾会; 复盘会',
    refinement: '梳理; 需求梳理; 需求澄清会; 需求评审; 工作量估算',
    standup: '每日站会; 站会; 晨会; 早会; 站立会; 夕会',
    planning: '计划会; 计划会议; 规划会; 启动会; 迭代计划; 迭代规划; 规划会议; 冲刺计划',
    digest: '周报; 日报; 週報; 日報; 周报邮件',
    review: '评审; 演示; 评审会; 迭代评审; 成果演示; 验收会',
    release: '发布; 上线; 發布; 投产; 发版; 发布日; 上线日; 上线发布',
    sync: '会议; 同步; 例会; 周会; 週会; 站立例会; 碰头会; 沟通会; 对齐会',
    milestone: '里程碑; 封版; 代码冻结; 提测; 截止日期; 冲刺开始; 冲刺结束; 迭代开始; 迭代结束',
  },
} satisfies LanguageWords
