/* Stand-ins, for tests only, for the NSIS plug-ins that electron-builder's template calls and Debian's nsis lacks: StdUtils, UAC,
   nsProcess, WinShell, SpiderBanner, Nsis7z. One source, a DLL a name (-DPLUGIN_NAME). Each takes from the stack what the genuine
   one takes, and leaves there what it leaves. */
#define UNICODE
#define _UNICODE
#include <windows.h>
#include <shellapi.h>
#include <shlobj.h>
#include <propsys.h>
#include <propkey.h>
#include <wchar.h>
#include <nsis/pluginapi.h>
#define FN(name) __declspec(dllexport) void name(HWND parent, int string_size, wchar_t *variables, stack_t **stacktop, extra_parameters *extra)
#define SETUP EXDLL_INIT(); (void)parent; (void)extra
static wchar_t a[8192], b[8192], c[8192];

#ifdef PLUGIN_StdUtils
/* The value of /name=value or --name=value or of the bare switch; 0 = not there. */
static int param(const wchar_t *name, wchar_t *value) {
  int n, found = 0; LPWSTR *argv = CommandLineToArgvW(GetCommandLineW(), &n);
  for (int i = 1; argv && i < n && !found; i++) {
    const wchar_t *p = argv[i];
    if (*p == L'/') p++; else if (p[0] == L'-' && p[1] == L'-') p += 2; else if (*p == L'-') p++; else continue;
    size_t len = wcslen(name);
    if (_wcsnicmp(p, name, len)) continue;
    if (p[len] == 0) { value[0] = 0; found = 1; }
    else if (p[len] == L'=') { lstrcpynW(value, p + len + 1, 8192); found = 1; }
  }
  if (argv) LocalFree(argv);
  return found;
}
FN(GetParameter) { SETUP; popstring(b); popstring(a); if (!param(a, c)) lstrcpynW(c, b, 8192); pushstring(c); }
FN(TestParameter) { SETUP; popstring(a); pushstring(param(a, c) ? L"true" : L"false"); }
FN(GetAllParameters) { SETUP; popstring(a);
  wchar_t *p = GetCommandLineW(); int q = 0;
  while (*p && (q || *p != L' ')) { if (*p == L'"') q = !q; p++; }
  while (*p == L' ') p++;
  lstrcpynW(a, p, string_size); pushstring(a); }
FN(GetParentPath) { SETUP; popstring(a); wchar_t *p = wcsrchr(a, L'\\'); if (p) *p = 0; pushstring(a); }
FN(ExecShellAsUser) { SETUP; popstring(c); popstring(b); popstring(a);
  INT_PTR r = (INT_PTR)ShellExecuteW(NULL, *b ? b : NULL, a, c, NULL, SW_SHOWNORMAL); pushstring(r > 32 ? L"ok" : L"error"); }
#endif
#ifdef PLUGIN_UAC
/* The tests run as an administrator does: already elevated, no inner instance. */
FN(_) { SETUP;
  int what = -1; stack_t *top = *stacktop; (void)top;
  if (popstring(a) == 0) what = (int)wcstol(a, NULL, 10);
  switch (what) {
    case 0: setuservariable(INST_0, L"0"); setuservariable(INST_1, L"2"); setuservariable(INST_3, L"1"); break;
    case 2: pushstring(L"1"); break;
    case 3: pushstring(L"0"); break;
    case 6: pushstring(L"12288"); break;
    default: break;
  } }
#endif
#ifdef PLUGIN_nsProcess
FN(_FindProcess) { SETUP; popstring(a); pushstring(L"603"); }
FN(_KillProcess) { SETUP; popstring(a); pushstring(L"603"); }
FN(_CloseProcess) { SETUP; popstring(a); pushstring(L"603"); }
FN(_Unload) { SETUP; }
#endif
#ifdef PLUGIN_WinShell
static void aumi(const wchar_t *link, const wchar_t *id) {
  CoInitialize(NULL);
  IShellLinkW *l = NULL; IPersistFile *f = NULL; IPropertyStore *s = NULL;
  if (SUCCEEDED(CoCreateInstance(&CLSID_ShellLink, NULL, CLSCTX_INPROC_SERVER, &IID_IShellLinkW, (void **)&l))) {
    if (SUCCEEDED(l->lpVtbl->QueryInterface(l, &IID_IPersistFile, (void **)&f)) && SUCCEEDED(f->lpVtbl->Load(f, link, STGM_READWRITE)) &&
        SUCCEEDED(l->lpVtbl->QueryInterface(l, &IID_IPropertyStore, (void **)&s))) {
      PROPVARIANT v; memset(&v, 0, sizeof v); v.vt = VT_LPWSTR; v.pwszVal = (wchar_t *)id;
      s->lpVtbl->SetValue(s, &PKEY_AppUserModel_ID, &v); s->lpVtbl->Commit(s); f->lpVtbl->Save(f, link, TRUE);
      s->lpVtbl->Release(s);
    }
    if (f) f->lpVtbl->Release(f);
    l->lpVtbl->Release(l);
  }
}
FN(SetLnkAUMI) { SETUP; popstring(a); popstring(b); aumi(a, b); }
FN(UninstShortcut) { SETUP; popstring(a); }
FN(UninstAppUserModelId) { SETUP; popstring(a); }
#endif
#ifdef PLUGIN_SpiderBanner
FN(Show) { SETUP; while (popstring(a) == 0 && a[0] == L'/') { if (!wcscmp(a, L"/ICON")) { popstring(a); break; } if (!wcscmp(a, L"/MODERN")) continue; } }
#endif
#ifdef PLUGIN_Nsis7z
/* Unpacks with the 7za.exe of npm's 7zip-bin, which the DLL carries as resource 1. */
static HINSTANCE me;
FN(Extract) { SETUP; popstring(a);
  HRSRC r = FindResourceW(me, MAKEINTRESOURCEW(1), (LPCWSTR)RT_RCDATA); void *p = LockResource(LoadResource(me, r)); DWORD n = SizeofResource(me, r), w;
  GetTempPathW(4096, b); lstrcatW(b, L"earshot-7za.exe");
  HANDLE f = CreateFileW(b, GENERIC_WRITE, 0, NULL, CREATE_ALWAYS, 0, NULL); WriteFile(f, p, n, &w, NULL); CloseHandle(f);
  wchar_t dir[4096]; GetCurrentDirectoryW(4096, dir);
  wsprintfW(c, L"\"%s\" x -y \"-o%s\" \"%s\"", b, getuservariable(INST_OUTDIR), a);
  STARTUPINFOW si; PROCESS_INFORMATION pi; memset(&si, 0, sizeof si); si.cb = sizeof si; DWORD code = 1;
  if (CreateProcessW(NULL, c, NULL, NULL, FALSE, CREATE_NO_WINDOW, NULL, NULL, &si, &pi)) { WaitForSingleObject(pi.hProcess, INFINITE); GetExitCodeProcess(pi.hProcess, &code); }
  DeleteFileW(b);
  if (code != 0) extra->exec_flags->exec_error = 1; }
BOOL WINAPI DllMain(HINSTANCE h, DWORD why, void *x) { (void)why; (void)x; me = h; return TRUE; }
#else
BOOL WINAPI DllMain(HINSTANCE h, DWORD why, void *x) { (void)h; (void)why; (void)x; return TRUE; }
#endif
