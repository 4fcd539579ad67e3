export { type ChinaExtension, china } from './china.ts';
export { type Notice, notices } from './notices.ts';
