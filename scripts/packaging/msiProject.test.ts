import { expect, it } from 'vitest';
import { completed } from './msiProject.ts';

const project = `<Wix xmlns="http://wixtoolset.org/schemas/v4/wxs"><Product>
<ComponentGroup Id="ProductComponents" Directory="APPLICATIONFOLDER"><Component><File Id="mainExecutable">
<Shortcut Id="desktopShortcut"/><Shortcut Id="startMenuShortcut"><ShortcutProperty Key="System.AppUserModel.ID" Value="app.earshot.desktop"/></Shortcut>
</File></Component></ComponentGroup></Product></Wix>`;

it('the MSI registers earshot:// for the whole computer, in a component of its own', () => {
  const made = completed(project);
  expect(made).toContain('<Component Id="links" Guid="*">');
  expect(made.match(/<RegistryValue Root="HKLM"/gu)).toHaveLength(4);
  expect(made.match(/KeyPath="yes"/gu)).toHaveLength(1);
  expect(made).toContain('Value="&quot;[#mainExecutable]&quot; &quot;%1&quot;"');
});

it('both shortcuts of the MSI have one identity', () => {
  expect(completed(project).match(/Key="System\.AppUserModel\.ID" Value="app\.earshot\.desktop"/gu)).toHaveLength(2);
});

it('a project of another form is refused, not left as it is', () => {
  expect(() => completed(project.replace('desktopShortcut', 'other'))).toThrow('has not one Shortcut desktopShortcut');
});
