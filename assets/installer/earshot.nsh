; What Earshot's installer for one user does beside electron-builder's own (NSIS).

!define LINKS_KEY "Software\Classes\earshot"
!define START_KEY "Software\Microsoft\Windows\CurrentVersion\Run"
!define START_APPROVED_KEY "Software\Microsoft\Windows\CurrentVersion\Explorer\StartupApproved\Run"

; electron-builder keeps a copy of the installer for its updater, which Earshot has not got.
!macro removeInstallerCopy
  Delete "$LOCALAPPDATA\${APP_INSTALLER_STORE_FILE}"
  RMDir "$LOCALAPPDATA\earshot-updater"
!macroend

!macro customInstall
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
  ${endIf}
  !insertmacro removeInstallerCopy
!macroend
