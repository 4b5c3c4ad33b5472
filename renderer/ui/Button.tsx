import { Button as AriaButton } from 'react-aria-components';
import type { ButtonProps as AriaButtonProps } from 'react-aria-components';
import type { Ref } from 'react';
import { classNames } from './class-names.ts';
import styles from './Button.module.css';

export type ButtonLook = {
  /** `go` is the one filled button of its card. */
  look?: 'go' | 'plain' | 'quiet' | 'inverse';
  size?: 'normal' | 'big' | 'small' | 'icon';
};

export type ButtonProps = Omit<AriaButtonProps, 'className'> & ButtonLook & { className?: string | undefined; ref?: Ref<HTMLButtonElement> };

/** The page's button. */
export function Button({ look = 'plain', size = 'normal', className, ...props }: ButtonProps) {
  return <AriaButton {...props} className={buttonClass({ look, size }, className)} />;
}

/** The classes of a button, for what is a link and looks like one. */
export function buttonClass({ look = 'plain', size = 'normal' }: ButtonLook, more?: string): string {
  return classNames(styles['button'], styles[look], styles[size], more);
}
