import { msg } from '@lingui/core/macro';
console.log(msg`New order`);
