export * from './access';
export * from './survey';
export * from './evidence';
export * from './advocacy';
export * from './indicator-inputs';
export * from './priorities';
