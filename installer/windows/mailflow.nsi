; The Windows installer, for one user and without administrator rights. installer/build.py windows gives the values:
; VERSION, NUMBERS (four of them), PAYLOAD (the frozen folder), OUTPUT, ICON, LICENSE, SIZE (kB), and SIGN when there is
; a certificate: the command that signs one file.
Unicode true
ManifestDPIAware true
SetCompressor /SOLID lzma
RequestExecutionLevel user

!include "MUI2.nsh"
!include "x64.nsh"

!define KEY "Software\Microsoft\Windows\CurrentVersion\Uninstall\Mailflow"
!define PROGRAM "mailflow-gui.exe"

Name "Mailflow"
OutFile "${OUTPUT}"
InstallDir "$LOCALAPPDATA\Programs\Mailflow"
BrandingText "Mailflow ${VERSION}"
VIProductVersion "${NUMBERS}"
VIAddVersionKey "ProductName" "Mailflow"
VIAddVersionKey "ProductVersion" "${VERSION}"
VIAddVersionKey "FileVersion" "${VERSION}"
VIAddVersionKey "FileDescription" "Mailflow Setup"
VIAddVersionKey "CompanyName" "The Mailflow developers"
VIAddVersionKey "LegalCopyright" "The Mailflow developers. MIT license."

!ifdef SIGN
  !finalize '${SIGN} "%1"' = 0
  !uninstfinalize '${SIGN} "%1"' = 0
!endif

!define MUI_ICON "${ICON}"
!define MUI_UNICON "${ICON}"
!define MUI_ABORTWARNING
!define MUI_FINISHPAGE_RUN "$INSTDIR\${PROGRAM}"
!define MUI_FINISHPAGE_RUN_TEXT "Open Mailflow"
!insertmacro MUI_PAGE_LICENSE "${LICENSE}"
!insertmacro MUI_PAGE_INSTFILES
!insertmacro MUI_PAGE_FINISH
!insertmacro MUI_UNPAGE_CONFIRM
!insertmacro MUI_UNPAGE_INSTFILES
!insertmacro MUI_LANGUAGE "English"

; A program that runs can't be replaced: its file can't be opened for writing.
!macro STOP_WHILE_RUNNING FILE
  IfFileExists "$INSTDIR\${FILE}" 0 +7
    ClearErrors
    FileOpen $0 "$INSTDIR\${FILE}" a
    IfErrors 0 +3
      MessageBox MB_OK|MB_ICONEXCLAMATION "Mailflow is running. Quit it from its icon in the notification area, then start Setup again." /SD IDOK
      Abort
    FileClose $0
!macroend

Function .onInit
  ${IfNot} ${RunningX64}
    MessageBox MB_OK|MB_ICONSTOP "Mailflow needs a 64-bit Windows." /SD IDOK
    Abort
  ${EndIf}
FunctionEnd

Section "Mailflow"
  !insertmacro STOP_WHILE_RUNNING "mailflow-gui.exe"
  !insertmacro STOP_WHILE_RUNNING "mailflow.exe"
  ; Nothing of an older version stays, so that no old module is found beside the new ones. The profile is elsewhere.
  RMDir /r "$INSTDIR\_internal"
  SetOutPath "$INSTDIR"
  File /r "${PAYLOAD}\*"
  WriteUninstaller "$INSTDIR\uninstall.exe"
  CreateShortcut "$SMPROGRAMS\Mailflow.lnk" "$INSTDIR\${PROGRAM}"
  WriteRegStr HKCU "${KEY}" "DisplayName" "Mailflow"
  WriteRegStr HKCU "${KEY}" "DisplayVersion" "${VERSION}"
  WriteRegStr HKCU "${KEY}" "DisplayIcon" '"$INSTDIR\${PROGRAM}"'
  WriteRegStr HKCU "${KEY}" "Publisher" "The Mailflow developers"
  WriteRegStr HKCU "${KEY}" "InstallLocation" "$INSTDIR"
  WriteRegStr HKCU "${KEY}" "UninstallString" '"$INSTDIR\uninstall.exe"'
  WriteRegStr HKCU "${KEY}" "QuietUninstallString" '"$INSTDIR\uninstall.exe" /S'
  WriteRegDWORD HKCU "${KEY}" "EstimatedSize" ${SIZE}
  WriteRegDWORD HKCU "${KEY}" "NoModify" 1
  WriteRegDWORD HKCU "${KEY}" "NoRepair" 1
  WriteRegStr HKCU "Software\Classes\.mailflow" "" "Mailflow.Export"
  WriteRegStr HKCU "Software\Classes\Mailflow.Export" "" "Mailflow export"
  WriteRegStr HKCU "Software\Classes\Mailflow.Export\DefaultIcon" "" '"$INSTDIR\${PROGRAM}",0'
SectionEnd

; The profile in %LOCALAPPDATA%\Mailflow is the person's and stays.
Section "Uninstall"
  !insertmacro STOP_WHILE_RUNNING "mailflow-gui.exe"
  !insertmacro STOP_WHILE_RUNNING "mailflow.exe"
  RMDir /r "$INSTDIR\_internal"
  Delete "$INSTDIR\mailflow.exe"
  Delete "$INSTDIR\mailflow-gui.exe"
  Delete "$INSTDIR\uninstall.exe"
  RMDir "$INSTDIR"
  Delete "$SMPROGRAMS\Mailflow.lnk"
  DeleteRegKey HKCU "${KEY}"
  DeleteRegKey HKCU "Software\Classes\Mailflow.Export"
  DeleteRegKey HKCU "Software\Classes\.mailflow"
  DeleteRegValue HKCU "Software\Microsoft\Windows\CurrentVersion\Run" "Mailflow"
SectionEnd
