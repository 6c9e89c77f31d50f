/* Stands for an Earshot.exe that runs, under Wine, where the Electron that can be had does not start Earshot. For tests only.
   Without words it goes on until it is told to end. With --quit it tells that one to end; where a file `listening` lies beside it, a
   listen is under way: it stays, which this start says by its status, as Earshot does (main/electron/makingWay.ts). */
#define UNICODE
#include <windows.h>
#include <wchar.h>

static int beside(wchar_t *file, const wchar_t *name) {
  GetModuleFileNameW(NULL, file, 4096);
  wchar_t *end = wcsrchr(file, L'\\');
  if (!end) return 0;
  wcscpy(end + 1, name);
  return 1;
}

int main(void) {
  wchar_t file[4200];
  HANDLE told = CreateEventW(NULL, TRUE, FALSE, L"EarshotStandInIsToldToEnd");
  if (wcsstr(GetCommandLineW(), L" --quit")) {
    if (beside(file, L"listening") && GetFileAttributesW(file) != INVALID_FILE_ATTRIBUTES) return 3;
    SetEvent(told);
    return 0;
  }
  if (beside(file, L"running")) CloseHandle(CreateFileW(file, GENERIC_WRITE, 0, NULL, CREATE_ALWAYS, 0, NULL));
  return WaitForSingleObject(told, 170000) == WAIT_OBJECT_0 ? 0 : 1;
}
