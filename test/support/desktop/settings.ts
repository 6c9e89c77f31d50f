import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

const panel = `<?xml version="1.0" encoding="UTF-8"?>
<channel name="xfce4-panel" version="1.0">
  <property name="configver" type="int" value="2"/>
  <property name="panels" type="array">
    <value type="int" value="1"/>
    <property name="dark-mode" type="bool" value="true"/>
    <property name="panel-1" type="empty">
      <property name="position" type="string" value="p=8;x=640;y=786"/>
      <property name="length" type="uint" value="100"/>
      <property name="position-locked" type="bool" value="true"/>
      <property name="icon-size" type="uint" value="22"/>
      <property name="size" type="uint" value="30"/>
      <property name="plugin-ids" type="array">
        <value type="int" value="1"/>
        <value type="int" value="2"/>
        <value type="int" value="3"/>
        <value type="int" value="4"/>
      </property>
    </property>
  </property>
  <property name="plugins" type="empty">
    <property name="plugin-1" type="string" value="tasklist"/>
    <property name="plugin-2" type="string" value="separator">
      <property name="expand" type="bool" value="true"/>
      <property name="style" type="uint" value="0"/>
    </property>
    <property name="plugin-3" type="string" value="systray">
      <property name="square-icons" type="bool" value="true"/>
      <property name="icon-size" type="int" value="22"/>
    </property>
    <property name="plugin-4" type="string" value="clock"/>
  </property>
</channel>
`;

// Nothing leaves by itself: a test decides from what the application did, not from what the daemon did.
const dunst = `[global]
  width = (260, 420)
  origin = top-right
  offset = 16x16
  font = DejaVu Sans 10
  markup = full
  history_length = 100
  sticky_history = yes
  idle_threshold = 0
[urgency_low]
  timeout = 0
[urgency_normal]
  background = "#24292f"
  foreground = "#f0f2f5"
  timeout = 0
[urgency_critical]
  background = "#7a1f1f"
  foreground = "#ffffff"
  frame_color = "#e5534b"
  timeout = 0
`;

/** Writes what the desktop's programs are to find in their configuration folder. */
export async function writeSettings(configFolder: string): Promise<void> {
  const channels = join(configFolder, 'xfce4', 'xfconf', 'xfce-perchannel-xml');
  await mkdir(channels, { recursive: true });
  await mkdir(join(configFolder, 'dunst'), { recursive: true });
  await writeFile(join(channels, 'xfce4-panel.xml'), panel);
  await writeFile(join(configFolder, 'dunst', 'dunstrc'), dunst);
}

/** The session bus would otherwise start a notification daemon by itself as soon as one is asked for. */
export async function nobodyNotifies(dataFolder: string): Promise<void> {
  const services = join(dataFolder, 'dbus-1', 'services');
  await mkdir(services, { recursive: true });
  await writeFile(join(services, 'notifications.service'), '[D-BUS Service]\nName=org.freedesktop.Notifications\nExec=/bin/false\n');
}
