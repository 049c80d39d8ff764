// A browser's strings are UTF-8, all of them. The standard library has ways for strings of other encodings, which Apple's
// Foundation lends to Swift; nothing can reach them here, and they would be a twentieth of what a reader has to load. These
// functions take their place, by their names and with the types that their callers hand over: the linker takes only
// what fits in both. With another standard library, that has other names, they are merely left out.

@_cdecl("$es11_StringGutsV27_slowEnsureMatchingEncodingySS5IndexVAEF")
func noOtherEncoding(_: Int64, _: Int32, _: Int32, _: Int32, _: Int32, _: Int32) -> Int64 { fatalError() }

@_cdecl("$es11_StringGutsV21_foreignAppendInPlace33_408A76AB043BD3EFBAB6FAAAAA9B4914LLyys01_aB5SliceVF")
func noForeignAppend(_: Int32, _: Int32, _: Int32) { fatalError() }

@_cdecl("$es11_StringGutsV12_foreignGrow33_408A76AB043BD3EFBAB6FAAAAA9B4914LLyySiF")
func noForeignGrow(_: Int32, _: Int32, _: Int32) { fatalError() }

@_cdecl("$es11_StringGutsV24_foreignConvertedToSmall33_408A76AB043BD3EFBAB6FAAAAA9B4914LLs01_fA0VyF")
func noForeignSmallString(_: Int32, _: Int32, _: Int32, _: Int32, _: Int32, _: Int32) { fatalError() }

@_cdecl("$eSS8UTF8ViewV13_foreignIndex_8offsetBy07limitedF0SS0D0VSgAG_SiAGtF")
func noForeignIndex(
  _: Int32, _: Int64, _: Int32, _: Int64, _: Int32, _: Int32, _: Int32, _: Int32, _: Int32
) { fatalError() }

@_cdecl("$eSS8UTF8ViewV16_foreignDistance4from2toSiSS5IndexV_AGtF")
func noForeignDistance(_: Int64, _: Int64, _: Int32, _: Int32, _: Int32, _: Int32, _: Int32) -> Int32 { fatalError() }
