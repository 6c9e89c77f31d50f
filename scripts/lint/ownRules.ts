/** What the linter hands a rule, as far as ours ask. */
interface Node {
  readonly superClass?: Node | null;
  readonly body?: { readonly body: readonly Member[] };
}

interface Member {
  readonly accessibility?: 'public' | 'protected' | 'private' | null;
  readonly key?: { readonly type: string };
  readonly value?: { readonly params?: readonly { readonly accessibility?: string | null }[] } | null;
}

interface Context {
  readonly sourceCode: { readonly text: string };
  report(problem: { readonly node: Node; readonly message: string }): void;
}

const spokenAttributes = /^(title|alt|placeholder|aria-label|aria-description|aria-roledescription)$/;

/** Rules of our own: see where `.oxlintrc.json` names them. */
export default {
  meta: { name: 'own' },
  rules: {
    'words-in-i18n': {
      create(context: Context) {
        const report = (node: Node): void => {
          context.report({ node, message: 'Words belong into renderer/i18n.' });
        };
        // `&#20013;` is not read as the character that it stands for.
        return {
          'JSXText[value=/\\p{L}|&#/u]': report,
          [`JSXAttribute[name.name=${String(spokenAttributes)}] > Literal[value=/\\p{L}|&#/u]`]: report,
          'JSXElement > JSXExpressionContainer > Literal[value=/\\p{L}/u]': report,
        };
      },
    },
    'keys-unless-composing': {
      create(context: Context) {
        const report = (node: Node): void => {
          context.report({
            node,
            message: 'A handler of keys is given to unlessComposing: what an input method composes is no key press.',
          });
        };
        const unguarded = ':not(CallExpression[callee.name="unlessComposing"])';
        return {
          [`JSXAttribute[name.name=/^onKey(Down|Up|Press)/] > JSXExpressionContainer > ${unguarded}`]: report,
          [`CallExpression[callee.property.name="addEventListener"][arguments.0.value=/^key/] > ${unguarded}.arguments:nth-child(2)`]:
            report,
        };
      },
    },
    'no-formatter-at-import': {
      create(context: Context) {
        return {
          'NewExpression[callee.object.name="Intl"]:not(:function NewExpression)': (node: Node): void => {
            context.report({
              node,
              message: 'Made where it is used: the first of its kind takes a program up to 10 ms (ICU), which its start need not wait for.',
            });
          },
        };
      },
    },
    'class-with-private-member': {
      create(context: Context) {
        // The tree is read only where it may hold one: it is most of what this rule costs.
        if (!/\bclass\b/.test(context.sourceCode.text)) return {};
        const check = (node: Node): void => {
          // A class that extends another is told by what it extends; of ours, those are errors, told by `instanceof`.
          if (node.superClass !== null) return;
          if (node.body?.body.some(isPrivate) !== true) {
            context.report({ node, message: 'Without a private member, any object of this shape passes for an instance.' });
          }
        };
        return { ClassDeclaration: check, ClassExpression: check };
      },
    },
  },
};

function isPrivate(member: Member): boolean {
  const hidden = (accessibility?: string | null): boolean => accessibility === 'private' || accessibility === 'protected';
  const parameters = member.value?.params ?? [];
  return member.key?.type === 'PrivateIdentifier' || hidden(member.accessibility) || parameters.some((each) => hidden(each.accessibility));
}
