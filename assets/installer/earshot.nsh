; What Earshot's installer for one user does beside electron-builder's own (NSIS).

!include FileFunc.nsh

!define LINKS_KEY "Software\Classes\earshot"
!define START_KEY "Software\Microsoft\Windows\CurrentVersion\Run"
; Electron writes it for the user with the first toast; equal to main/electron/toastActivator.ts (a test compares them).
!define TOASTS_KEY "Software\Classes\CLSID\{4B0B7E7C-6C1E-4C2B-9B0D-5E1C3A8F7D26}"
!define START_APPROVED_KEY "Software\Microsoft\Windows\CurrentVersion\Explorer\StartupApproved\Run"

; What its silent form (/S) ends with: 3, Earshot runs and stays, as a listen is under way; 112, the disk is full (Windows' own number).
!define STATUS_RUNS 3
!define STATUS_DISK_FULL 112

!macro customHeader
  LangString earshotStays ${LANG_ENGLISH} "Earshot could not be closed: a listen is under way, or it does not answer. End the listen, quit Earshot, then choose Retry."
  LangString earshotStays ${LANG_SIMPCHINESE} "无法关闭 Earshot：正在监听，或它没有响应。请结束监听并退出 Earshot，然后点击“重试”。"
  LangString diskFull ${LANG_ENGLISH} "There is not enough free space on the disk. Nothing was changed."
  LangString diskFull ${LANG_SIMPCHINESE} "磁盘空间不足。未作任何更改。"
  LangString notWhole ${LANG_ENGLISH} "Not all of Earshot could be written: the disk is full, or something holds its files. Make room, then install it again."
  LangString notWhole ${LANG_SIMPCHINESE} "Earshot 未能完整写入：磁盘已满，或其文件被占用。请腾出空间后重新安装。"
!macroend

; Whether the program runs: Windows lets nobody write it then.
!macro isInUse _RETURN
  StrCpy ${_RETURN} 0
  ${if} ${FileExists} "$INSTDIR\${APP_EXECUTABLE_FILENAME}"
    ClearErrors
    FileOpen $R9 "$INSTDIR\${APP_EXECUTABLE_FILENAME}" a
    ${if} ${errors}
      StrCpy ${_RETURN} 1
    ${else}
      FileClose $R9
    ${endIf}
    ClearErrors
  ${endIf}
!macroend

; In the place of electron-builder's own, which ends the program without a sign-out, also in the middle of a listen.
!macro customCheckAppRunning
  !insertmacro isInUse $R0
  ${if} $R0 == 1
    MessageBox MB_OKCANCEL|MB_ICONEXCLAMATION "$(appRunning)" /SD IDOK IDOK closeEarshot
    SetErrorLevel ${STATUS_RUNS}
    Quit

    closeEarshot:
    DetailPrint "$(appClosing)"
    ; Signs out and ends. In a listen it stays, tells the inspector why it should not, and this ends with another status after ten seconds.
    ClearErrors
    ExecWait '"$INSTDIR\${APP_EXECUTABLE_FILENAME}" --quit' $R1
    ${if} ${errors}
      StrCpy $R1 1
    ${endIf}
    ; Its other processes end after it.
    StrCpy $R2 0
    waitForEarshot:
    !insertmacro isInUse $R0
    ${if} $R0 == 1
    ${andIf} $R1 == 0
    ${andIf} $R2 < 50
      IntOp $R2 $R2 + 1
      Sleep 200
      Goto waitForEarshot
    ${endIf}
    ${if} $R0 == 1
      MessageBox MB_RETRYCANCEL|MB_ICONEXCLAMATION "$(earshotStays)" /SD IDCANCEL IDRETRY closeEarshot
      SetErrorLevel ${STATUS_RUNS}
      Quit
    ${endIf}
  ${endIf}
!macroend

; Quits where a drive has less than so many MiB. One whose space cannot be told is let pass.
!macro needSpace _ROOT _MIB
  ClearErrors
  ${DriveSpace} "${_ROOT}" "/D=F /S=M" $R2
  ${ifNot} ${errors}
  ${andIf} $R2 < ${_MIB}
    MessageBox MB_OK|MB_ICONSTOP "$(diskFull)" /SD IDOK
    ; electron-builder's template made the folder to stand in; it goes if it is empty.
    SetOutPath "$TEMP"
    RMDir "$INSTDIR"
    SetErrorLevel ${STATUS_DISK_FULL}
    Quit
  ${endIf}
  ClearErrors
!macroend

; Before the version of before is removed. The program is unpacked in the one folder, beside its archive, and copied into the other.
!macro customInit
  ${GetRoot} "$INSTDIR" $R0
  ${GetRoot} "$TEMP" $R1
  IntOp $R3 ${ESTIMATED_SIZE} / 1024
  IntOp $R4 $R3 * 3
  IntOp $R4 $R4 / 2
  ${if} $R0 == $R1
    IntOp $R3 $R3 + $R4
  ${else}
    !insertmacro needSpace $R1 $R4
  ${endIf}
  !insertmacro needSpace $R0 $R3
!macroend

; electron-builder keeps a copy of the installer for its updater, which Earshot has not got.
!macro removeInstallerCopy
  Delete "$LOCALAPPDATA\${APP_INSTALLER_STORE_FILE}"
  RMDir "$LOCALAPPDATA\earshot-updater"
!macroend

!macro customInstall
  ; electron-builder's template goes on where files could not be written.
  ${GetSize} "$INSTDIR" "/S=0K" $R0 $R1 $R2
  IntOp $R3 ${ESTIMATED_SIZE} / 100
  IntOp $R3 ${ESTIMATED_SIZE} - $R3
  ${if} $R0 < $R3
    MessageBox MB_OK|MB_ICONSTOP "$(notWhole)" /SD IDOK
    SetErrorLevel ${STATUS_DISK_FULL}
    Quit
  ${endIf}

  WriteRegStr SHELL_CONTEXT "${LINKS_KEY}" "" "URL:Earshot"
  WriteRegStr SHELL_CONTEXT "${LINKS_KEY}" "URL Protocol" ""
  WriteRegStr SHELL_CONTEXT "${LINKS_KEY}\DefaultIcon" "" '"$INSTDIR\${APP_EXECUTABLE_FILENAME}",0'
  WriteRegStr SHELL_CONTEXT "${LINKS_KEY}\shell\open\command" "" '"$INSTDIR\${APP_EXECUTABLE_FILENAME}" "%1"'
  !insertmacro removeInstallerCopy
!macroend

!macro customUnInstall
  ${ifNot} ${isUpdated}
    ; Another Earshot's entries (the MSI's, an unpacked one's) are left alone.
    StrCpy $R1 '"$INSTDIR\${APP_EXECUTABLE_FILENAME}"'
    StrLen $R2 $R1

    ReadRegStr $R0 SHELL_CONTEXT "${LINKS_KEY}\shell\open\command" ""
    StrCpy $R0 $R0 $R2
    ${if} $R0 == $R1
      DeleteRegKey SHELL_CONTEXT "${LINKS_KEY}"
    ${endIf}

    ; Earshot writes its start at log-in under its id.
    ReadRegStr $R0 HKCU "${START_KEY}" "${APP_ID}"
    StrCpy $R0 $R0 $R2
    ${if} $R0 == $R1
      DeleteRegValue HKCU "${START_KEY}" "${APP_ID}"
      DeleteRegValue HKCU "${START_APPROVED_KEY}" "${APP_ID}"
    ${endIf}

    ReadRegStr $R0 HKCU "${TOASTS_KEY}\LocalServer32" ""
    ${if} $R0 == "$INSTDIR\${APP_EXECUTABLE_FILENAME}"
      DeleteRegKey HKCU "${TOASTS_KEY}"
    ${endIf}
  ${endIf}
  !insertmacro removeInstallerCopy
!macroend
