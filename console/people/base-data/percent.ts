/** 完整率 never rounded up: 100.0% means that nothing is missing. */
export const percent = (share: number): string => `${(Math.floor(share * 1000) / 10).toFixed(1)}%`
