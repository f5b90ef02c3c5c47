export * from './access';
export * from './survey';
export * from './evidence';
export * from './advocacy';
