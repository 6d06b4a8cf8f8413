import type { ThemeConfig } from 'antd'

/** The eye of the house, also as CSS variables in `look.css`. Greys for text are darker than in the mock-ups: 4.5:1 on both grounds. */
export const tokens = {
  ground: '#f6f5f2', paper: '#ffffff', ink: '#1d2326', ink2: '#4f5a5e', ink3: '#626c70', line: '#e6e4df', line2: '#d6d3cc',
  accent: '#0f6b74', accentSoft: '#e4f0f0', accentInk: '#0a4f56',
  bad: '#b3261e', badSoft: '#fbeae8', soon: '#8a5900', soonSoft: '#fbf1dd', good: '#2f6f3e', goodSoft: '#e7f2e9',
} as const

/** Ant Design in the same eye; large type is 20 px with 48 px targets. */
export const themeOf = (large: boolean): ThemeConfig => ({
  token: {
    colorPrimary: tokens.accent, colorInfo: tokens.accent, colorLink: tokens.accent, colorLinkHover: tokens.accentInk,
    colorError: tokens.bad, colorWarning: tokens.soon, colorSuccess: tokens.good,
    colorText: tokens.ink, colorTextSecondary: tokens.ink2, colorTextTertiary: tokens.ink3, colorTextPlaceholder: tokens.ink3,
    colorTextDescription: tokens.ink3, colorBorder: tokens.line2, colorBorderSecondary: tokens.line, colorBgLayout: tokens.ground,
    borderRadius: 6, borderRadiusLG: 6, borderRadiusSM: 4, fontFamily: 'inherit', fontSize: large ? 20 : 14,
    controlHeight: large ? 48 : 34, controlHeightLG: large ? 56 : 44, controlHeightSM: large ? 48 : 26,
    lineHeight: 1.55, motionDurationSlow: '0.15s', motionDurationMid: '0.1s', motionDurationFast: '0.1s', wireframe: false,
    boxShadow: '0 4px 16px rgba(29,35,38,.14)', boxShadowSecondary: '0 4px 16px rgba(29,35,38,.14)', boxShadowTertiary: 'none',
  },
  components: {
    Table: {
      headerBg: tokens.paper, headerColor: tokens.ink3, headerSplitColor: 'transparent', cellPaddingBlock: large ? 14 : 10, cellPaddingInline: 14,
      rowSelectedBg: tokens.accentSoft, rowSelectedHoverBg: tokens.accentSoft, rowHoverBg: '#faf9f7', borderColor: tokens.line,
    },
    Button: { primaryShadow: 'none', defaultShadow: 'none', dangerShadow: 'none' },
    Segmented: { itemSelectedBg: tokens.accent, itemSelectedColor: '#fff', trackBg: '#ecebe6', itemColor: tokens.ink2 },
    Form: { labelColor: tokens.ink, verticalLabelPadding: '0 0 4px' },
  },
})
